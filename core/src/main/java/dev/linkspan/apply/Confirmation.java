package dev.linkspan.apply;

import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.atlas.AtlasProblem;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What follows a create that met a conflict, or whose answer was lost: look, adopt what is there, and only when Atlas was seen twice
 * not to have it create again. After a conflict there must be something; when two looks find nothing, the conflict was about
 * something else and stands.
 */
final class Confirmation<A, T> {

    private static final int LOOKS = 2;

    private final Question<A> question;
    private final Function<A, Optional<T>> match;
    private final AtlasProblem problem;
    private int absences;

    Confirmation(Question<A> question, Function<A, Optional<T>> match, AtlasProblem problem) {
        this.question = question;
        this.match = match;
        this.problem = problem;
    }

    Move move(Patience patience, Supplier<Move> again, Function<T, Move> adopt) {
        return new Await<>(
                question,
                "not seen yet",
                patience.confirmation(),
                answer -> match.apply(answer).map(adopt).orElseGet(() -> absent(again)));
    }

    private Move absent(Supplier<Move> again) {
        absences++;
        if (absences < LOOKS) {
            return new Stay("not seen yet");
        }
        return problem.isAmbiguous() ? again.get() : End.failed(problem);
    }
}
