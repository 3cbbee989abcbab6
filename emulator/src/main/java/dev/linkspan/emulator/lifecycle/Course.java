package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The statuses that something passes through on its way to its end.
 *
 * @param all in order, without the end
 * @param first where one that was just created starts
 */
record Course(List<String> all, String first, String success, String failure, Duration duration) {

    static final String DELETING = "DELETING";

    private static final String FAILURE = "The connection was not established (the emulator was told to let it fail).";

    static Course ofService(Cloud cloud, Fate fate, Timings timings) {
        return new Course(
                List.of("INITIATING"),
                "INITIATING",
                fate == Fate.WAITS_FOR_USER ? "WAITING_FOR_USER" : "AVAILABLE",
                "FAILED",
                timings.service(cloud));
    }

    static Course ofEndpoint(Cloud cloud, Timings timings) {
        return switch (cloud) {
            case AWS ->
                new Course(
                        List.of("NONE", "PENDING_ACCEPTANCE", "PENDING"),
                        "PENDING_ACCEPTANCE",
                        "AVAILABLE",
                        "REJECTED",
                        timings.endpoint());
            case AZURE -> new Course(List.of("INITIATING"), "INITIATING", "AVAILABLE", "FAILED", timings.endpoint());
            case GCP ->
                new Course(List.of("INITIATING", "VERIFIED"), "INITIATING", "AVAILABLE", "FAILED", timings.endpoint());
        };
    }

    /** The way of something created at this moment. */
    Timeline created(Instant now, Fate fate) {
        return onward(now, first, Optional.empty(), fate);
    }

    /** The way on from a status that is already reached; one that this course does not know stays for ever. */
    Timeline resumed(Instant now, String status, Optional<String> errorMessage, Fate fate, Duration removal) {
        return status.equals(DELETING) && fate != Fate.HANGS
                ? Timeline.starting(now, status, errorMessage).endingAt(now.plus(removal))
                : onward(now, status, errorMessage, fate);
    }

    private Timeline onward(Instant now, String status, Optional<String> errorMessage, Fate fate) {
        Timeline line = Timeline.starting(now, status, errorMessage);
        int position = all.indexOf(status);
        if (position < 0 || fate == Fate.HANGS) {
            return line;
        }
        int stages = all.size() - all.indexOf(first);
        Instant at = now;
        for (int next = position + 1; next < all.size(); next++) {
            at = at.plus(duration.dividedBy(stages));
            line = line.then(at, all.get(next), errorMessage);
        }
        at = at.plus(duration.dividedBy(stages));
        return fate == Fate.FAILS
                ? line.then(at, failure, Optional.of(FAILURE))
                : line.then(at, success, Optional.empty());
    }

    /** Being removed from this moment on. */
    static Timeline removed(Timeline line, Instant now, Duration removal) {
        return line.then(now, DELETING, line.at(now).errorMessage()).endingAt(now.plus(removal));
    }
}
