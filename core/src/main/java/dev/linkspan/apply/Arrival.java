package dev.linkspan.apply;

import dev.linkspan.apply.Move.Stay;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is seen of a thing that should be there. Missing from one look, it may only have been left out: what Atlas shows lags behind
 * what it has just said. Missing from two in a row, somebody has removed it.
 */
final class Arrival<T> {

    private static final int LOOKS = 2;

    private final Function<T, Move> there;
    private final Supplier<Move> gone;
    private String status;
    private int absences;

    /** @param status what is known of it before the first look */
    Arrival(String status, Function<T, Move> there, Supplier<Move> gone) {
        this.status = status;
        this.there = there;
        this.gone = gone;
    }

    Move judge(Optional<T> seen) {
        if (seen.isEmpty()) {
            absences++;
            return absences < LOOKS ? new Stay(status) : gone.get();
        }
        absences = 0;
        var move = there.apply(seen.get());
        if (move instanceof Stay stay) {
            status = stay.status();
        }
        return move;
    }
}
