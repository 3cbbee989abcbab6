package dev.linkspan.audit.report.html;

import dev.linkspan.audit.Memory;
import dev.linkspan.audit.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How many findings the last audits had: a column for each, oldest first.
 *
 * @param most findings of any audit
 * @param width of the picture
 */
record TrendChart(List<Column> columns, int most, int width) {

    /** Of the tallest column. */
    static final int HEIGHT = 100;

    private static final int STEP = 12;
    private static final int LEAST_HEIGHT = 3;

    /** The last audits that fit a screen. */
    private static final int MOST_COLUMNS = 60;

    /** Of fewer, the columns are as wide, and stand on the right. */
    private static final int LEAST_COLUMNS = 30;

    /** @param verdict how the audit ended; a word of whatever version of Linkspan made it */
    record Column(Moment at, String verdict, int x, List<Part> parts, int errors, int warnings, int notes) {

        String words() {
            return at.words() + ", " + verdict + ": " + Words.count(errors, "error", "errors") + ", "
                    + Words.count(warnings, "warning", "warnings") + ", " + Words.count(notes, "note", "notes");
        }
    }

    record Part(String tone, int y, int height) {}

    static TrendChart of(List<Memory.Point> points) {
        var last = points.subList(Math.max(0, points.size() - MOST_COLUMNS), points.size());
        int most = last.stream()
                .mapToInt(it -> it.errors() + it.warnings() + it.notes())
                .max()
                .orElse(0);
        int room = Math.max(LEAST_COLUMNS, last.size());
        var columns = new ArrayList<Column>();
        for (var point : last) {
            columns.add(column(point, most, (room - last.size() + columns.size()) * STEP));
        }
        return new TrendChart(columns, most, room * STEP);
    }

    private static Column column(Memory.Point point, int most, int x) {
        var parts = new ArrayList<Part>();
        int y = HEIGHT;
        y = part(parts, "error", point.errors(), most, y);
        y = part(parts, "warning", point.warnings(), most, y);
        part(parts, "note", point.notes(), most, y);
        return new Column(
                Moment.of(point.at()),
                Shown.line(point.verdict()),
                x,
                parts,
                point.errors(),
                point.warnings(),
                point.notes());
    }

    /** @return where the next part above it ends */
    private static int part(List<Part> parts, String tone, int count, int most, int bottom) {
        if (count == 0) {
            return bottom;
        }
        int height = Math.max(LEAST_HEIGHT, (int) ((long) HEIGHT * count / most));
        parts.add(new Part(tone, Math.max(0, bottom - height), height));
        return bottom - height;
    }

    Column first() {
        return columns.get(0);
    }

    Column last() {
        return columns.get(columns.size() - 1);
    }
}
