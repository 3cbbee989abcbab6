package dev.linkspan.emulator.wire;

import java.util.Optional;

/**
 * A request that the emulator has seen.
 *
 * @param path raw, without the query
 * @param query raw, empty if there was none
 * @param status of the answer; 0 where the connection was dropped instead
 * @param fault the fault that it met, as it was written
 */
public record RecordedRequest(
        String method, String path, String query, int status, Admission admission, Optional<String> fault) {

    /** Whether its credentials were right. */
    public boolean authorised() {
        return admission == Admission.AUTHORISED;
    }

    /** Whether the answer only asked for credentials or for a newer nonce. */
    public boolean challenge() {
        return admission == Admission.CHALLENGED || admission == Admission.STALE;
    }

    /** Whether it could have changed something. */
    public boolean writes() {
        return !method.equals("GET") && admission != Admission.OPEN;
    }
}
