package dev.linkspan.dsl.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text with {@code ${…}} in it, which is not a {@code String}: it equals one by {@code ==}, yet is another map key, and
 * it shows a list as the list is when it is read. As Groovy's {@code GString}, whose base class would start the metaclass
 * registry.
 */
public final class Interpolated implements Comparable<Interpolated> {

    private final List<Object> parts;
    private final Text text;

    /** @param parts literal strings and values in order; a value is put into words at each reading */
    public Interpolated(List<Object> parts, Text text) {
        this.parts =
                List.copyOf(parts.stream().map(it -> it == null ? "null" : it).toList());
        this.text = Objects.requireNonNull(text, "text");
    }

    /** This text with another value after it, which stays an interpolated text. */
    public Interpolated plus(Object value) {
        var joined = new ArrayList<>(parts);
        joined.add(value == null ? "null" : value);
        return new Interpolated(joined, text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interpolated that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return 37 + toString().hashCode();
    }

    @Override
    public int compareTo(Interpolated other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return text.interpolated(parts);
    }
}
