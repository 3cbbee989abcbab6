package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.EndpointState;
import java.time.Instant;

/** An endpoint and what is to become of it. Guarded by its project. */
final class Endpoint {

    private final EndpointState made;
    private Timeline timeline;

    Endpoint(EndpointState made, Timeline timeline) {
        this.made = made;
        this.timeline = timeline;
    }

    String id() {
        return made.id();
    }

    EndpointState at(Instant now) {
        Timeline.Phase phase = timeline.at(now);
        return new EndpointState(
                made.id(),
                phase.status(),
                phase.errorMessage(),
                made.fate(),
                made.ipAddress(),
                made.gcpProject(),
                made.rules());
    }

    Timeline timeline() {
        return timeline;
    }

    void follow(Timeline other) {
        timeline = other;
    }
}
