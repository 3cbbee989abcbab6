package dev.linkspan.emulator.wire;

/**
 * Who sends a request.
 *
 * @param name by which events tell of them: a public key, a service account's client id, or {@link #TOKEN}
 */
record Caller(String name, Role role) {

    /** An access token says nothing of whom it was given to. */
    static final String TOKEN = "access-token";
}
