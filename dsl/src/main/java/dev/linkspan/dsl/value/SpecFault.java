package dev.linkspan.dsl.value;

import java.util.Objects;

/** Ends the evaluation of a spec, or of one block of it, with a message for people. Whoever catches it knows the place. */
public final class SpecFault extends RuntimeException {

    private final String id;
    private final String remedy;
    private final boolean isFinal;

    /**
     * A fault of one statement: what stands outside its block can still be looked at.
     *
     * @param id stable kebab-case name
     * @param summary one line: what is wrong
     * @param remedy what to write instead
     */
    public SpecFault(String id, String summary, String remedy) {
        this(id, summary, remedy, false);
    }

    private SpecFault(String id, String summary, String remedy, boolean isFinal) {
        super(Objects.requireNonNull(summary, "summary"), null, false, false);
        this.id = Objects.requireNonNull(id, "id");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        this.isFinal = isFinal;
    }

    /** A fault that ends the whole file: a budget is used up. */
    public static SpecFault ending(String id, String summary, String remedy) {
        return new SpecFault(id, summary, remedy, true);
    }

    public boolean isFinal() {
        return isFinal;
    }

    public String id() {
        return id;
    }

    public String summary() {
        return getMessage();
    }

    public String remedy() {
        return remedy;
    }
}
