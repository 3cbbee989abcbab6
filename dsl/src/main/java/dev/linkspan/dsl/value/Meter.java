package dev.linkspan.dsl.value;

/** Counts the work that a spec causes, and ends it with a {@link SpecFault} when it is more than any honest spec needs. */
public interface Meter {

    /** Takes this many steps off the budget: roughly one for each value looked at. */
    void work(long steps);

    /** Takes memory off the budget, before it is used. Memory is never given back: a spec makes small things. */
    void make(long bytes);
}
