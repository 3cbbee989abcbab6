package dev.linkspan.cli;

import dev.linkspan.cli.view.Aim;
import dev.linkspan.plan.Guard;
import dev.linkspan.plan.Target;
import dev.linkspan.plan.file.PlanFile;
import dev.linkspan.text.Untrusted;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linkspan show}. */
@Command(
        name = "show",
        header = "Prints a plan that plan --out saved. Asks Atlas nothing.",
        description = {"%nWhether Atlas has moved since, apply finds out."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan show plan.yaml                        for people",
            "  linkspan show --format json plan.yaml          for scripts, as plan --format json says it"
        })
final class ShowCommand implements LinkspanCommand {

    @Parameters(paramLabel = "FILE", description = "A saved plan.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (default), json, yaml or markdown.")
    private PlanningCommand.Format format;

    @Override
    public ExitStatus run(Session session) {
        var saved = PlanFile.read(session.surroundings().workingDirectory().resolve(file), file.toString());
        if (format == PlanningCommand.Format.text) {
            session.out().line(Untrusted.oneLine(heading(saved.baseUrl(), saved.guard(), saved.targets())));
            session.out().line();
        }
        PlanningCommand.show(session, format, Aim.DECLARED, saved.plan());
        return saved.plan().isComplete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
    }

    private static String heading(URI baseUrl, Guard guard, List<Target> targets) {
        var made = new StringBuilder();
        if (guard.allowsDelete()) {
            made.append(" --allow-delete");
        }
        if (guard.migratesGcp()) {
            made.append(" --migrate-gcp");
        }
        guard.replaceable().forEach(it -> made.append(" --replace ").append(it));
        targets.forEach(it -> made.append(" --target ").append(it.pattern()));
        return "A plan for " + baseUrl + (made.isEmpty() ? "" : ", made with" + made);
    }
}
