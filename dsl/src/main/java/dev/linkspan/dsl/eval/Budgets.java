package dev.linkspan.dsl.eval;

import java.time.Duration;

/**
 * How much one spec file may cost. The defaults leave room for thousands of services written by loops.
 *
 * @param steps values looked at and operations done
 * @param bytes memory that values take, counted as they are made and never given back
 * @param depth methods and closures inside one another
 * @param elements of one list, map or range
 * @param letters of one text
 * @param time from the first look at the file to its last statement
 */
public record Budgets(long steps, long bytes, int depth, int elements, int letters, Duration time) {

    public Budgets {
        if (steps < 1 || bytes < 1 || depth < 1 || elements < 1 || letters < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("every budget is above zero");
        }
    }

    public static Budgets standard() {
        return new Budgets(5_000_000, 96L << 20, 400, 100_000, 1 << 20, Duration.ofSeconds(4));
    }

    public Budgets withTime(Duration other) {
        return new Budgets(steps, bytes, depth, elements, letters, other);
    }
}
