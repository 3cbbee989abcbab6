package dev.linkspan.apply;

import dev.linkspan.atlas.AtlasProblem;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a job does next. A job is a chain of moves: each but the last says what follows once its answer is there. */
sealed interface Move {

    /**
     * Calls Atlas once.
     *
     * @param isWrite whether Atlas is asked to change something
     */
    record Ask<T>(Supplier<T> call, Function<T, Move> answered, Function<AtlasProblem, Move> refused, boolean isWrite)
            implements Move {

        static <T> Ask<T> look(Supplier<T> call, Function<T, Move> answered) {
            return new Ask<>(call, answered, End::failed, false);
        }

        static <T> Ask<T> write(Supplier<T> call, Function<T, Move> answered) {
            return write(call, answered, End::failed);
        }

        static <T> Ask<T> write(Supplier<T> call, Function<T, Move> answered, Function<AtlasProblem, Move> refused) {
            return new Ask<>(call, answered, refused, true);
        }

        /** Makes the call, on any thread; what it returns belongs on the applier's own. */
        Supplier<Move> carryOut() {
            try {
                T answer = call.get();
                return () -> answered.apply(answer);
            } catch (AtlasProblem problem) {
                return () -> refused.apply(problem);
            }
        }
    }

    /**
     * Looks again and again, until what is seen leads to a move other than {@link Stay}.
     *
     * @param status what is known of it before the first look
     */
    record Await<T>(Question<T> question, String status, Schedule schedule, Function<T, Move> seen) implements Move {

        @SuppressWarnings("unchecked") // the answer to an equal question has the same type
        Move judge(Object answer) {
            return seen.apply((T) answer);
        }
    }

    /**
     * Goes on waiting; stands only as an answer to something seen.
     *
     * @param status what Atlas says of it, untrusted
     */
    record Stay(String status) implements Move {}

    /** The job is over. */
    sealed interface End extends Move {

        record Success(List<String> remarks) implements End {}

        record Failure(String why, String remedy) implements End {}

        static End done(String... remarks) {
            return new Success(List.of(remarks));
        }

        static End failed(AtlasProblem problem) {
            return new Failure(problem.getMessage(), problem.remedy());
        }
    }
}
