package dev.linkspan.dsl;

import dev.linkspan.dsl.eval.Faults;
import dev.linkspan.dsl.eval.Place;
import dev.linkspan.dsl.eval.Run;
import dev.linkspan.model.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that a word is given. One that was refused already has nothing in it: the block goes on without it, so that the
 * faults behind it are told too.
 */
final class Argument<T> {

    private final Optional<T> value;
    private final Place place;
    private final Run run;

    Argument(Optional<T> value, Place place, Run run) {
        this.value = Objects.requireNonNull(value, "value");
        this.place = Objects.requireNonNull(place, "place");
        this.run = Objects.requireNonNull(run, "run");
    }

    /** What it reads as; nothing, and a fault at the value's place, when the reading refuses it. */
    <R> Optional<R> as(Function<? super T, R> reading) {
        try {
            return value.map(reading);
        } catch (Refusal e) {
            run.report(Faults.of(e), place);
            return Optional.empty();
        }
    }

    /** A name with a text, in a map that a word is given. */
    record Pair(Argument<String> name, Argument<String> text) {}
}
