package dev.linkspan.plan.file;

import dev.linkspan.model.Declaration;
import dev.linkspan.model.Observation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A short name for something long: equal things have equal ones, and different things different ones.
 *
 * <p>It is SHA-256 over the thing as JSON in ASCII, keys sorted, without white space. It protects against accidents, not against
 * somebody who changes the thing and its fingerprint.
 *
 * @param value 64 hexadecimal digits
 */
public record Fingerprint(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
        }
    }

    /** Of what is declared, wherever in the specs it stands. */
    public static Fingerprint of(Declaration declaration) {
        return of(DeclarationForm.withoutPlaces(declaration));
    }

    public static Fingerprint of(Observation observation) {
        return of(ObservationForm.write(observation));
    }

    static Fingerprint of(Map<String, ?> tree) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(Tree.json(tree).getBytes(StandardCharsets.US_ASCII));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
