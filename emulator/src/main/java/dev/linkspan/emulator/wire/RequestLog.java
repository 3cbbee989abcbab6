package dev.linkspan.emulator.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, in the order in which they were answered. Safe for use by many threads. */
public final class RequestLog {

    private static final int MOST = 200_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    synchronized void add(RecordedRequest request) {
        if (requests.size() == MOST) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public synchronized void clear() {
        requests.clear();
    }
}
