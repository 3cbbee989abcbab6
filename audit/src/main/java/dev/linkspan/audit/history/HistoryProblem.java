package dev.linkspan.audit.history;

/** The history cannot be read or written. What it held before, it holds still. */
public final class HistoryProblem extends RuntimeException {

    private final String id;
    private final String remedy;

    /**
     * @param id stable kebab-case name, such as {@code history-locked}
     * @param summary one line: which history, and what is wrong with it; never holds a password
     * @param remedy what to do next
     */
    HistoryProblem(String id, String summary, String remedy, Throwable cause) {
        super(summary, cause);
        this.id = id;
        this.remedy = remedy;
    }

    public String id() {
        return id;
    }

    public String remedy() {
        return remedy;
    }
}
