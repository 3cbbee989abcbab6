package dev.linkspan.dsl.gate;

import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.dsl.eval.Place;
import java.util.List;
import java.util.Objects;

/** A spec file as text, which can tell what stands at a place. */
public final class SourceText {

    private static final int LONGEST_EXCERPT = 200;

    private final String name;
    private final String text;
    private final List<String> lines;

    /**
     * @param name the path as the user gave it
     * @param text with {@code \n} for every line end
     */
    public SourceText(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.lines = text.lines().toList();
    }

    public String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** The place with its line, cut where it is very long. The parser counts columns in whole characters. */
    public SourceRef at(Place place) {
        String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
        String excerpt = line.length() > LONGEST_EXCERPT ? line.substring(0, LONGEST_EXCERPT) + "…" : line;
        return new SourceRef(name, place.line(), column(line, place.column()), excerpt);
    }

    private static int column(String line, int characters) {
        int before = characters - 1;
        return line.codePointCount(0, line.length()) < before ? characters : line.offsetByCodePoints(0, before) + 1;
    }
}
