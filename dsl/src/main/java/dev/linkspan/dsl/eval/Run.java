package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Equality;
import dev.linkspan.dsl.value.Meter;
import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.dsl.value.Text;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** One evaluation of one file: where it stands, what it has used up, and whom it tells about faults. */
public final class Run implements Meter {

    private static final int CLOCK_EVERY = 512;
    private static final int ELEMENT_BYTES = 16;
    private static final int ENTRY_BYTES = 56;
    private static final String SIMPLER = "Make the spec smaller or simpler; a loop may have no end.";

    private final Budgets budgets;
    private final LongSupplier nanos;
    private final long deadline;
    private final Vocabulary vocabulary;
    private final Map<String, String> params;
    private final FaultSink sink;
    private final Equality equality = new Equality(this);
    private final Text text = new Text(this);
    private long steps;
    private long bytes;
    private long nextLook;
    private int depth;
    private volatile Place place = new Place(1, 1);
    private volatile boolean isCancelled;

    /** Takes the faults that do not end the evaluation. */
    @FunctionalInterface
    public interface FaultSink {
        void report(SpecFault fault, Place place);
    }

    /**
     * @param nanos a clock that only rises, in nanoseconds
     * @param deadline on that clock
     */
    public Run(
            Budgets budgets,
            LongSupplier nanos,
            long deadline,
            Vocabulary vocabulary,
            Map<String, String> params,
            FaultSink sink) {
        this.budgets = Objects.requireNonNull(budgets, "budgets");
        this.nanos = Objects.requireNonNull(nanos, "nanos");
        this.deadline = deadline;
        this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
        this.params = Map.copyOf(params);
        this.sink = Objects.requireNonNull(sink, "sink");
    }

    public Budgets budgets() {
        return budgets;
    }

    public Equality equality() {
        return equality;
    }

    public Text text() {
        return text;
    }

    Map<String, String> params() {
        return params;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Where the evaluation stands; may be read from another thread. */
    public Place place() {
        return place;
    }

    /** Ends the evaluation at its next step; may be called from another thread. */
    public void cancel() {
        isCancelled = true;
    }

    /** Moves on to a place, which counts as a step. */
    public void at(Place next) {
        place = next;
        work(1);
    }

    @Override
    public void work(long units) {
        steps += units;
        if (steps > budgets.steps()) {
            throw SpecFault.ending("out-of-steps", "This spec takes more than " + budgets.steps() + " steps", SIMPLER);
        }
        if (steps >= nextLook) {
            nextLook = steps + CLOCK_EVERY;
            if (isCancelled || nanos.getAsLong() - deadline > 0) {
                throw outOfTime(budgets);
            }
        }
    }

    /** The fault of a file that takes too long. */
    public static SpecFault outOfTime(Budgets budgets) {
        return SpecFault.ending(
                "out-of-time", "This spec takes longer than " + budgets.time().toMillis() + " ms", SIMPLER);
    }

    @Override
    public void make(long more) {
        bytes += more;
        if (bytes > budgets.bytes()) {
            throw SpecFault.ending(
                    "out-of-memory",
                    "The values of this spec take more than " + (budgets.bytes() >> 20) + " MiB",
                    SIMPLER);
        }
    }

    /** A value that has just been made, with its size taken off the budget. */
    Object made(Object value) {
        if (value instanceof String it) {
            letters(it.length());
        } else if (value instanceof Collection<?> it) {
            elements(it.size());
        } else if (value instanceof Map<?, ?> it) {
            elements(it.size());
            make((long) ENTRY_BYTES * it.size());
        }
        return value;
    }

    /** Asks for room for a text before it is made. */
    void letters(long count) {
        if (count > budgets.letters()) {
            throw tooLarge("A text of " + count + " letters", budgets.letters());
        }
        make(2 * count + 40);
    }

    /** Asks for room for a list or map before it is made. */
    void elements(long count) {
        if (count > budgets.elements()) {
            throw tooLarge("A collection of " + count + " elements", budgets.elements());
        }
        make(ELEMENT_BYTES * count + 40);
        work(count / 4);
    }

    private static SpecFault tooLarge(String what, int most) {
        return new SpecFault("too-large", what + ", and " + most + " is the most", "Make it smaller.");
    }

    void enter() {
        if (++depth > budgets.depth()) {
            throw SpecFault.ending(
                    "too-deep",
                    "Methods and closures call one another more than " + budgets.depth() + " deep",
                    "A recursion may have no end; use a loop.");
        }
    }

    void leave() {
        depth--;
    }

    /** Reports a fault after which the evaluation goes on. */
    public void report(SpecFault fault, Place where) {
        sink.report(fault, where);
    }

    /**
     * Does something whose faults must not hide those behind it: they are reported, and evaluation goes on. A fault that
     * ends the file passes through.
     */
    void guarded(Runnable work) {
        int before = depth;
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) {
            SpecFault fault = Faults.of(e);
            if (fault.isFinal()) {
                throw fault;
            }
            report(fault, place);
            depth = before;
        }
    }
}
