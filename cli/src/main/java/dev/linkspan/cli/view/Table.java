package dev.linkspan.cli.view;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.linkspan.text.Untrusted;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Rows under headings, without lines around them. */
final class Table {

    private static final int LONGEST = 600;

    private Table() {}

    @SafeVarargs
    static <T> void print(Printer printer, Collection<T> rows, ColumnData<T>... columns) {
        print(printer, rows, List.of(columns));
    }

    static <T> void print(Printer printer, Collection<T> rows, List<ColumnData<T>> columns) {
        AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .lineSeparator("\n")
                .data(rows, columns)
                .asString()
                .lines()
                .filter(it -> !it.isBlank())
                .forEach(it -> printer.line(it.substring(1).stripTrailing()));
    }

    static <T> ColumnData<T> text(String name, Function<T, String> cell) {
        return column(name, HorizontalAlign.LEFT, it -> Untrusted.oneLine(cell.apply(it), LONGEST));
    }

    static <T> ColumnData<T> number(String name, Function<T, Object> cell) {
        return column(name, HorizontalAlign.RIGHT, it -> cell.apply(it).toString());
    }

    private static <T> ColumnData<T> column(String name, HorizontalAlign align, Function<T, String> cell) {
        return new Column()
                .header(name)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(LONGEST + 2)
                .with(cell);
    }
}
