package dev.linkspan.audit.report;

import java.io.File;
import java.nio.charset.StandardCharsets;

/** A path as RFC 3986 writes it: relative where it is relative, and percent-encoded but for plain characters. */
final class UriReference {

    /** Longer than any path that a system knows. */
    private static final int LONGEST = 4_096;

    private static final String PLAIN = "-._~/@=+,";

    private UriReference() {}

    static String of(String path) {
        String slashed = path.replace(File.separatorChar, '/');
        String clean = slashed.startsWith("./") ? slashed.substring(2) : slashed;
        String shortest = clean.substring(0, Math.min(LONGEST, clean.length()));
        var reference = new StringBuilder(clean.startsWith("/") ? "file://" : "");
        for (byte it : shortest.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(it)) {
                reference.append((char) it);
            } else {
                reference.append("%%%02X".formatted(it));
            }
        }
        return reference.toString();
    }

    private static boolean isPlain(byte it) {
        return it >= '0' && it <= '9'
                || it >= 'A' && it <= 'Z'
                || it >= 'a' && it <= 'z'
                || it >= 0 && PLAIN.indexOf(it) >= 0;
    }
}
