package dev.linkspan.apply;

import dev.linkspan.apply.Move.Stay;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is seen of a thing that may go. Seen twice without being on its way out, it stays: it never went, or somebody has added it
 * again, as a second run at the same time does.
 */
final class Departure<T> {

    private static final int LOOKS = 2;

    private final Function<T, Health> health;
    private final Function<T, String> status;
    private final Supplier<Move> gone;
    private final Function<T, Move> stays;
    private int presences;

    private Departure(
            Function<T, Health> health, Function<T, String> status, Supplier<Move> gone, Function<T, Move> stays) {
        this.health = health;
        this.status = status;
        this.gone = gone;
        this.stays = stays;
    }

    static Departure<ObservedEndpoint> ofEndpoint(Supplier<Move> gone, Function<ObservedEndpoint, Move> stays) {
        return new Departure<>(ObservedEndpoint::health, it -> it.status().text(), gone, stays);
    }

    static Departure<ObservedService> ofService(Supplier<Move> gone, Function<ObservedService, Move> stays) {
        return new Departure<>(ObservedService::health, it -> it.status().text(), gone, stays);
    }

    Move judge(Optional<T> seen) {
        return seen.map(this::judge).orElseGet(gone);
    }

    private Move judge(T seen) {
        presences = health.apply(seen) == Health.LEAVING ? 0 : presences + 1;
        return presences < LOOKS ? new Stay(status.apply(seen)) : stays.apply(seen);
    }
}
