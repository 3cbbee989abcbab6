package dev.linkspan.text;

import java.util.List;

/**
 * A page of Markdown that never grows beyond a number of UTF-16 units. What is put in first is kept; rows that no longer fit are
 * counted, and the page ends by saying how many there are and where to see them.
 */
public final class MarkdownPage {

    /** Fits a comment on GitHub, which takes 65,536, with room for what a pipeline puts around it. */
    public static final int COMMENT = 60_000;

    /** The least that a page can do with: its head and its last sentence. */
    public static final int LEAST = 4_000;

    private static final int LAST_SENTENCE = 500;

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private final String whereAllIs;
    private int leftOut;

    /** @param whereAllIs a sentence of the program's own; where everything can be seen */
    public MarkdownPage(int longest, String whereAllIs) {
        if (longest < LEAST) {
            throw new IllegalArgumentException("a page needs " + LEAST + " characters, not " + longest);
        }
        this.longest = longest;
        this.whereAllIs = whereAllIs;
    }

    /** A paragraph of the head, in the program's own words, short. */
    public MarkdownPage paragraph(String words) {
        text.append(words).append("\n\n");
        return this;
    }

    /** A row of a table. The cells are Markdown already. */
    public static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** A table under a heading, or nothing where it would have no rows. */
    public MarkdownPage table(String heading, List<String> columns, List<String> rows) {
        return section(heading + "\n\n" + head(columns), rows, "");
    }

    /** A table that shows only its title until somebody opens it. */
    public MarkdownPage foldedTable(String title, List<String> columns, List<String> rows) {
        return folded(title, head(columns), rows);
    }

    /** Rows of any kind, each with its own line ends, below a title that opens them. */
    public MarkdownPage folded(String title, String head, List<String> rows) {
        return section("<details><summary>" + title + "</summary>\n\n" + head, rows, "\n</details>\n");
    }

    private static String head(List<String> columns) {
        return row(columns.toArray(String[]::new)) + "\n" + "|---".repeat(columns.size()) + "|\n";
    }

    private MarkdownPage section(String opening, List<String> rows, String closing) {
        int room = longest - LAST_SENTENCE - text.length() - opening.length() - closing.length() - 1;
        int fitting = 0;
        // Once something was left out, nothing follows it: a gap in the middle would look like the whole.
        for (int used = 0; leftOut == 0 && fitting < rows.size(); fitting++) {
            used += rows.get(fitting).length() + 1;
            if (used > room) {
                break;
            }
        }
        leftOut += rows.size() - fitting;
        if (fitting > 0) {
            text.append(opening);
            rows.subList(0, fitting).forEach(it -> text.append(it).append('\n'));
            text.append(closing).append('\n');
        }
        return this;
    }

    /** All of the page. */
    public String text() {
        String lines = leftOut == 1 ? "One more line does" : leftOut + " more lines do";
        return text.toString().stripTrailing()
                + (leftOut == 0 ? "" : "\n\n**" + lines + " not fit here.** " + whereAllIs)
                + "\n";
    }
}
