package dev.linkspan.emulator.wire;

/**
 * Sees every request below {@code /api/}, on the thread that serves it: a test may look at what stands there, hold the request
 * up, or do something else first.
 */
public interface RequestWatcher {

    /** Lets everything through. */
    RequestWatcher NONE = new RequestWatcher() {};

    /**
     * It has come, and nothing was done yet.
     *
     * @return false to drop the connection: then nothing is done, and the request is not recorded
     */
    default boolean arrived(ArrivedRequest request) {
        return true;
    }

    /** All that it does was done; the answer has not gone out yet. */
    default void done(ArrivedRequest request, RecordedRequest outcome) {}
}
