package dev.linkspan.dsl.value;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** A range: whole numbers or single letters, up or down, with or without its ends. A list that takes no room. */
public final class Span extends AbstractList<Object> implements RandomAccess {

    private final String shown;
    private final boolean isText;
    private final int from;
    private final int to;
    private final boolean leavesFirst;
    private final boolean leavesLast;
    private final int first;
    private final int size;
    private final int step;

    private Span(String shown, boolean isText, int from, int to, boolean leavesFirst, boolean leavesLast) {
        this.shown = shown;
        this.isText = isText;
        this.from = from;
        this.to = to;
        this.leavesFirst = leavesFirst;
        this.leavesLast = leavesLast;
        this.step = from > to ? -1 : 1;
        this.first = from + (leavesFirst ? step : 0);
        this.size = (int) Math.max(0, length(from, to, leavesFirst, leavesLast));
    }

    private static long length(int from, int to, boolean leavesFirst, boolean leavesLast) {
        return Math.abs((long) to - from) + 1 - (leavesFirst ? 1 : 0) - (leavesLast ? 1 : 0);
    }

    /**
     * The range between two values, as {@code from..to}, {@code from<..to}, {@code from..<to} and {@code from<..<to} make it.
     *
     * @param most the most elements that it may have
     * @throws SpecFault for ends that are not two whole numbers or two single letters, or too far apart
     */
    public static Span between(Object from, Object to, boolean leavesFirst, boolean leavesLast, int most) {
        boolean letters = isLetter(from) && isLetter(to);
        if (!letters && !(from instanceof Integer && to instanceof Integer)) {
            throw new SpecFault(
                    "bad-range",
                    "A range goes from one whole number or single letter to another, not from " + Kinds.of(from)
                            + " to " + Kinds.of(to),
                    "For example 1..3 or 'a'..'d'.");
        }
        int low = letters ? from.toString().charAt(0) : (Integer) from;
        int high = letters ? to.toString().charAt(0) : (Integer) to;
        long size = length(low, high, leavesFirst, leavesLast);
        if (size > most) {
            throw new SpecFault(
                    "too-large",
                    "This range has " + size + " elements, and " + most + " is the most",
                    "Use a smaller one.");
        }
        String shown = from + (leavesFirst ? "<.." : "..") + (leavesLast ? "<" : "") + to;
        return new Span(shown, letters, low, high, leavesFirst, leavesLast);
    }

    private static boolean isLetter(Object value) {
        return (value instanceof String || value instanceof Interpolated)
                && value.toString().length() == 1;
    }

    public boolean isReverse() {
        return step < 0;
    }

    /**
     * The indices that this range of whole numbers picks from a list of that length, where -1 is the last one.
     *
     * @return in the order of picking; they may lie outside
     */
    public int[] indices(int length) {
        int low = from < 0 ? from + length : from;
        int high = to < 0 ? to + length : to;
        int direction = low > high ? -1 : 1;
        int start = low + (leavesFirst ? direction : 0);
        int count = (int) Math.max(0, length(low, high, leavesFirst, leavesLast));
        return IntStream.range(0, count).map(it -> start + it * direction).toArray();
    }

    /** Whether the range holds whole numbers, and not letters. */
    public boolean isNumeric() {
        return !isText;
    }

    @Override
    public Object get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int at = first + index * step;
        return isText ? (Object) String.valueOf((char) at) : (Object) at;
    }

    @Override
    public int size() {
        return size;
    }

    /** The same with letters in quotes: {@code 'a'..'d'}. */
    String inspected() {
        return isText
                ? "'" + shown.charAt(0) + "'" + shown.substring(1, shown.length() - 1) + "'" + (char) to + "'"
                : shown;
    }

    /** The range as it was written: {@code 1..3}. */
    @Override
    public String toString() {
        return shown;
    }
}
