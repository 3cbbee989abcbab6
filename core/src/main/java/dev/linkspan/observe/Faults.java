package dev.linkspan.observe;

import java.util.concurrent.CompletionException;

/** Faults of our own, out of the wrapping that futures put around them. */
final class Faults {

    private Faults() {}

    static RuntimeException unwrapped(Throwable fault) {
        var cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
    }
}
