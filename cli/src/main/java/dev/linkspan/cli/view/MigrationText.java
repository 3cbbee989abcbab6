package dev.linkspan.cli.view;

import dev.linkspan.plan.GcpMigration;
import dev.linkspan.text.Untrusted;
import java.util.List;

/** For people: how far each service is on its way off the older architecture of Google Cloud, and what comes next. */
final class MigrationText {

    /** What the services do that this is about. */
    static final String TITLE = "Off the older architecture of Google Cloud, which Atlas disables on 2027-04-30";

    static final String NONE = "No service is left on the older architecture of Google Cloud.";

    private static final String INDENT = "    ";

    private final Printer printer;

    MigrationText(Printer printer) {
        this.printer = printer;
    }

    void print(List<GcpMigration> migrations) {
        if (migrations.isEmpty()) {
            printer.line(NONE);
        } else {
            printer.line(printer.in(Style.STRONG, TITLE + ":"));
            migrations.forEach(this::print);
        }
        printer.line();
    }

    private void print(GcpMigration migration) {
        printer.line("  " + Untrusted.oneLine(migration.older().toString()) + "  " + standing(migration));
        migration.done().forEach(it -> printer.line(INDENT + INDENT + "Done: " + Untrusted.oneLine(it)));
        migration.next().forEach(it -> {
            printer.line(INDENT + INDENT + "Next: " + Untrusted.oneLine(it.what()));
            it.commands().forEach(this::text);
            it.spec().stream().flatMap(String::lines).forEach(this::text);
        });
    }

    private void text(String line) {
        printer.line(INDENT + INDENT + INDENT + Untrusted.oneLine(line));
    }

    /** The phase, of two, and the stage in it. */
    static String standing(GcpMigration migration) {
        return "phase " + migration.stage().phase() + " of 2, "
                + migration.stage().word();
    }
}
