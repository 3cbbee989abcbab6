package dev.linkspan.audit;

import dev.linkspan.model.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A name for a finding that stays the same from one audit to the next, whatever its wording, severity or status.
 *
 * <p>It is the first 16 hexadecimal digits of SHA-256 over the finding's kind, a line feed, and its address in lower case
 * (Azure ids change their case between answers), in UTF-8.
 */
public record Fingerprint(String value) {

    private static final int BYTES = 8;

    static Fingerprint of(Finding.Kind kind, Address address) {
        String text = kind.word() + "\n" + address.toString().toLowerCase(Locale.ROOT);
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
