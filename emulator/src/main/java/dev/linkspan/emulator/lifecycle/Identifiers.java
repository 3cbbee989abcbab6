package dev.linkspan.emulator.lifecycle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that look random and are the same in every run, so that expected outputs can be written down. */
public final class Identifiers {

    private Identifiers() {}

    /** So many hexadecimal digits, at most 64, that depend on the seed alone. */
    public static String hex(int digits, String seed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
