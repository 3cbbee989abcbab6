package dev.linkspan.cli;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.rules.Baseline;
import dev.linkspan.audit.rules.Rules;
import dev.linkspan.audit.rules.RulesFile;
import dev.linkspan.model.Refusal;
import dev.linkspan.text.Untrusted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which findings somebody has looked at and decided. */
final class RulesOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Suppress findings, or grade them otherwise, as this file says.")
    private Path rules;

    @Option(
            names = "--write-rules",
            paramLabel = "FILE",
            description = "Write a new rules file that suppresses what is found now, for " + Baseline.DAYS + " days.")
    private Path baseline;

    /** Refuses a baseline that cannot be written, or that would take the place of a file. */
    void check(Session session) {
        if (baseline == null) {
            return;
        }
        if (Files.exists(session.surroundings().workingDirectory().resolve(baseline))) {
            throw new ParameterException(
                    command.commandLine(),
                    "--write-rules writes a new file, and " + baseline + " is there already; name another");
        }
        try {
            target(session).checkWritable();
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
    }

    /** Empty when the file has faults, which are told then. */
    Optional<Rules> rules(Session session) {
        if (rules == null) {
            return Optional.of(Rules.none());
        }
        var reading = RulesFile.read(session.surroundings().workingDirectory().resolve(rules), rules.toString());
        if (!reading.faults().isEmpty()) {
            session.tell(reading.faults());
        }
        return reading.faults().hasErrors() ? Optional.empty() : Optional.of(reading.rules());
    }

    /** Writes the baseline that was asked for, if one was. */
    void write(Session session, AuditReport report) {
        if (baseline == null) {
            return;
        }
        String owner = session.surroundings().environment().getOrDefault("USER", "nobody yet");
        target(session).write(Baseline.of(report, owner, today(session)));
        session.errors()
                .line(Untrusted.oneLine("The rules are in " + baseline + "; 'linkspan audit --rules " + baseline
                        + "' keeps silent about what was found now."));
    }

    static LocalDate today(Session session) {
        return LocalDate.ofInstant(session.surroundings().clock().instant(), ZoneOffset.UTC);
    }

    private OutputFile target(Session session) {
        return new OutputFile(session.surroundings().workingDirectory().resolve(baseline), "rules file");
    }
}
