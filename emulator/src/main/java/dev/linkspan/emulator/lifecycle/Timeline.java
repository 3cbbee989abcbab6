package dev.linkspan.emulator.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which status something has from when on, and when it is gone. */
record Timeline(List<Phase> phases, Optional<Instant> end) {

    /** A status that holds until the next phase. */
    record Phase(Instant from, String status, Optional<String> errorMessage) {}

    Timeline {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("A timeline has at least one phase.");
        }
        phases = List.copyOf(phases);
    }

    static Timeline starting(Instant from, String status, Optional<String> errorMessage) {
        return new Timeline(List.of(new Phase(from, status, errorMessage)), Optional.empty());
    }

    /** From then on this status, whatever was to come. */
    Timeline then(Instant from, String status, Optional<String> errorMessage) {
        List<Phase> kept = new ArrayList<>(phases);
        kept.removeIf(phase -> phase.from().isAfter(from));
        kept.add(new Phase(from, status, errorMessage));
        return new Timeline(kept, end);
    }

    Timeline endingAt(Instant instant) {
        return new Timeline(phases, Optional.of(instant));
    }

    Phase at(Instant now) {
        Phase current = phases.get(0);
        for (Phase phase : phases) {
            if (!phase.from().isAfter(now)) {
                current = phase;
            }
        }
        return current;
    }

    boolean isOver(Instant now) {
        return end.isPresent() && !end.get().isAfter(now);
    }

    boolean isEnding() {
        return end.isPresent();
    }
}
