package dev.linkspan.cli;

import dev.linkspan.atlas.http.RequestLog;

/** Passes on what it hears of requests, from the moment at which somebody listens. */
final class RequestRelay implements RequestLog {

    private volatile RequestLog listener = RequestLog.NONE;

    void to(RequestLog next) {
        listener = next;
    }

    @Override
    public void requested(Line line) {
        listener.requested(line);
    }
}
