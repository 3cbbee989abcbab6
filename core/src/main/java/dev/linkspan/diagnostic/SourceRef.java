package dev.linkspan.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in a spec or settings file.
 *
 * @param file the path as the user gave it
 * @param line 1-based; 0 when the whole file is meant
 * @param column 1-based, counted in UTF-16 units; 0 when the whole line is meant
 * @param excerpt the text of that line without its line end, untrusted; empty when it is not known
 */
public record SourceRef(String file, int line, int column, String excerpt) implements Comparable<SourceRef> {

    private static final Comparator<SourceRef> ORDER = Comparator.comparing(SourceRef::file)
            .thenComparingInt(SourceRef::line)
            .thenComparingInt(SourceRef::column);

    public SourceRef {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(excerpt, "excerpt");
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("a line and a column are 0 or more, not " + line + ":" + column);
        }
    }

    /** The file as a whole, for faults such as an unreadable file. */
    public static SourceRef wholeFile(String file) {
        return new SourceRef(file, 0, 0, "");
    }

    @Override
    public int compareTo(SourceRef other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, as editors and terminals link it; without the parts that are not known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
