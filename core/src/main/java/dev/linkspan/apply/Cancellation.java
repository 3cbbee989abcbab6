package dev.linkspan.apply;

/** A request to stop, from whatever thread, that also ends the sleep of the thread that must hear it. */
final class Cancellation {

    private boolean isRequested;
    private Thread sleeper;

    synchronized void request() {
        isRequested = true;
        if (sleeper != null) {
            sleeper.interrupt();
        }
    }

    synchronized boolean isRequested() {
        return isRequested;
    }

    /** Between this call and {@link #awake} a request interrupts the calling thread; false when one has come already. */
    synchronized boolean asleep() {
        if (!isRequested) {
            sleeper = Thread.currentThread();
        }
        return !isRequested;
    }

    /** An interrupt that came for the sake of a request has then done its work. */
    synchronized void awake() {
        sleeper = null;
        if (isRequested) {
            Thread.interrupted();
        }
    }
}
