package dev.linkspan.cli;

import dev.linkspan.audit.Auditor;
import dev.linkspan.audit.Verdict;
import dev.linkspan.audit.report.MarkdownReport;
import dev.linkspan.model.Refusal;
import dev.linkspan.observe.Survey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code linkspan audit}. */
@Command(
        name = "audit",
        header = "Reports what Atlas has otherwise than the specs say, and every unhealthy connection.",
        description = {
            "%nSends Atlas nothing but questions. Ends with status 0 when all is well, 2 with findings, 3 when something could not be"
                    + " read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan audit atlas/                                  a report for people",
            "  linkspan audit --report json atlas/                    for scripts",
            "  linkspan audit --report text --report json=audit.json atlas/"
        })
final class AuditCommand extends SurveyingCommand {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--report",
            paramLabel = "FORMAT[=FILE]",
            description = "text (default), json or markdown, to standard output or into a file. May be repeated.")
    private List<String> reports = new ArrayList<>();

    private List<ReportTarget> targets;

    @Override
    void checkOptions(Session session) {
        var working = session.surroundings().workingDirectory();
        var asked = reports.isEmpty() ? List.of("text") : reports;
        try {
            targets = asked.stream().map(it -> ReportTarget.parse(it, working)).toList();
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
        if (targets.stream().filter(it -> it.file().isEmpty()).count() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "Only one report can go to standard output; give the others a file, such as --report json=audit.json");
        }
    }

    @Override
    ExitStatus proceed(Session session, Connection connection, Survey survey) {
        var report = Auditor.audit(survey.comparison());
        for (var target : targets) {
            if (target.file().isPresent()) {
                target.save(report);
            } else {
                session.out().text(target.format().text(report));
            }
        }
        session.actions().summarize(longest -> new MarkdownReport(longest).text(report));
        return status(report.verdict());
    }

    private static ExitStatus status(Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> ExitStatus.DONE;
            case FINDINGS -> ExitStatus.PENDING;
            case INCOMPLETE -> ExitStatus.INCOMPLETE;
        };
    }
}
