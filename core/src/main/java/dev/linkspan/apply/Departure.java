package dev.linkspan.apply;

import dev.linkspan.apply.Move.Stay;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is seen of an endpoint that should go. Seen twice without being on its way out, it never went or somebody has added it
 * again: a second run at the same time does.
 */
final class Departure {

    private static final int LOOKS = 2;

    private final Supplier<Move> gone;
    private final Function<ObservedEndpoint, Move> stays;
    private int presences;

    Departure(Supplier<Move> gone, Function<ObservedEndpoint, Move> stays) {
        this.gone = gone;
        this.stays = stays;
    }

    Move judge(Optional<ObservedEndpoint> seen) {
        return seen.map(this::judge).orElseGet(gone);
    }

    private Move judge(ObservedEndpoint seen) {
        presences = seen.health() == Health.LEAVING ? 0 : presences + 1;
        return presences < LOOKS ? new Stay(seen.status().text()) : stays.apply(seen);
    }
}
