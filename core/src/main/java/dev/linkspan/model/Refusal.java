package dev.linkspan.model;

/**
 * A value that cannot be: what is wrong with it, and a form that would have been accepted.
 *
 * <p>Whoever knows the place (a spec's line, a command-line option) turns it into a located message.
 */
public final class Refusal extends IllegalArgumentException {

    private final String id;
    private final String remedy;

    /**
     * @param id stable kebab-case name, such as {@code malformed-project-id}
     * @param summary one line: what is wrong
     * @param remedy what to write instead
     */
    public Refusal(String id, String summary, String remedy) {
        super(summary);
        this.id = id;
        this.remedy = remedy;
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
