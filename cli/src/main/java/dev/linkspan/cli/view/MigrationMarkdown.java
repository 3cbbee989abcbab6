package dev.linkspan.cli.view;

import static dev.linkspan.text.MarkdownPage.row;

import dev.linkspan.plan.GcpMigration;
import dev.linkspan.text.Markdown;
import dev.linkspan.text.MarkdownPage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For a page: where each service stands in a table, spec text and commands folded below. */
final class MigrationMarkdown {

    private MigrationMarkdown() {}

    static void print(MarkdownPage page, List<GcpMigration> migrations) {
        if (migrations.isEmpty()) {
            page.paragraph(MigrationText.NONE);
        }
        page.table(
                "### " + MigrationText.TITLE,
                List.of("service", "where it stands", "done", "next"),
                migrations.stream()
                        .map(it -> row(
                                Markdown.code(it.older().toString()),
                                MigrationText.standing(it),
                                joined(it.done()),
                                numbered(it.next())))
                        .toList());
        migrations.forEach(it -> page.folded(
                "Text for " + Markdown.code(it.older().toString()),
                "",
                IntStream.range(0, it.next().size())
                        .mapToObj(i -> block(i + 1, it.next().get(i)))
                        .flatMap(lines -> lines)
                        .toList()));
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(Markdown::text).collect(Collectors.joining("<br>"));
    }

    private static String numbered(List<GcpMigration.Task> tasks) {
        return IntStream.range(0, tasks.size())
                .mapToObj(i -> (i + 1) + ". " + Markdown.text(tasks.get(i).what()))
                .collect(Collectors.joining("<br>"));
    }

    private static Stream<String> block(int number, GcpMigration.Task task) {
        var blocks = Stream.concat(
                task.spec().stream().map(it -> Markdown.block("groovy", it)),
                Stream.of(task.commands())
                        .filter(it -> !it.isEmpty())
                        .map(it -> Markdown.block("sh", String.join("\n", it))));
        return blocks.map(it -> "Step " + number + ":\n\n" + it + "\n");
    }
}
