package dev.linkspan.model;

/**
 * A credential. Its text leaves only through {@link #reveal()}, called where a request is signed; printed, it hides.
 */
public final class Secret {

    private final String text;

    public Secret(String text) {
        if (text == null || text.isEmpty()) {
            throw new Refusal("empty-secret", "A credential is empty", "Set it to its value, or leave it out.");
        }
        this.text = text;
    }

    /** The credential itself; never to be printed, logged, stored or put into a message. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
