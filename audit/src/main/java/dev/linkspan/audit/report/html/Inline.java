package dev.linkspan.audit.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's own style or script, which stands inside it.
 *
 * @param text exactly as it stands between its tags
 */
record Inline(String text) {

    static final Inline STYLE = of("page.css");
    static final Inline SCRIPT = of("page.js");

    /** Everything is refused but this style, this script, and pictures that are in the page. */
    static final String POLICY = "default-src 'none'; style-src " + STYLE.source() + "; script-src " + SCRIPT.source()
            + "; img-src data:; base-uri 'none'; form-action 'none'";

    private static Inline of(String name) {
        try (var file = Inline.class.getResourceAsStream(name)) {
            return new Inline(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the page's " + name + " cannot be read", e);
        }
    }

    /** How a content security policy names it: by its hash. */
    String source() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
