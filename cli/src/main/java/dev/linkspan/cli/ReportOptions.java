package dev.linkspan.cli;

import dev.linkspan.model.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which reports an audit makes, and where they go. */
final class ReportOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--report",
            paramLabel = "FORMAT[=FILE]",
            description =
                    "text (default), html, json, junit, markdown, prometheus, sarif or yaml, to standard output or into a file. May be"
                            + " repeated.")
    private List<String> reports = new ArrayList<>();

    /** Those that go into files; none where none is asked for. Refuses one that would go to standard output. */
    List<ReportTarget> files(Session session) {
        var files = reports.isEmpty() ? List.<ReportTarget>of() : targets(session);
        if (files.stream().anyMatch(it -> it.file().isEmpty())) {
            throw refused("A service writes reports into files, such as --report sarif=audit.sarif");
        }
        return files;
    }

    /** Refuses those that could not be written, before there is anything to write. */
    List<ReportTarget> targets(Session session) {
        var working = session.surroundings().workingDirectory();
        var asked = reports.isEmpty() ? List.of("text") : reports;
        List<ReportTarget> targets;
        try {
            targets = asked.stream().map(it -> ReportTarget.parse(it, working)).toList();
        } catch (Refusal refusal) {
            throw refused(refusal.summary() + ". " + refusal.remedy());
        }
        if (targets.stream().filter(it -> it.file().isEmpty()).count() > 1) {
            throw refused(
                    "Only one report can go to standard output; give the others a file, such as --report json=audit.json");
        }
        var files = new HashSet<Path>();
        for (var target : targets) {
            var file = target.file().map(it -> it.path().normalize());
            if (file.isPresent() && !files.add(file.get())) {
                throw refused(
                        "Two reports cannot go to one file, '" + file.get().getFileName() + "'");
            }
        }
        return targets;
    }

    private ParameterException refused(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
