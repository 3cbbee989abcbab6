package dev.linkspan.cli;

import dev.linkspan.apply.ApplyReport;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.cli.view.Aim;
import dev.linkspan.cli.view.ApplyText;
import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.compare.Difference;
import dev.linkspan.model.Address;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Reason;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.Subject;
import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linkspan regional-mode}. */
@Command(
        name = "regional-mode",
        header = "Shows or switches a project's regional mode for private endpoints.",
        description = {
            "%nWith regional mode on, several regions may have several endpoints each; connection strings of sharded clusters change with it."
                    + " A spec that says regionalMode does the same, and stays.%n",
            "Switching ends once Atlas shows it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan regional-mode payments                is it on?",
            "  linkspan regional-mode payments on             asks, switches, looks",
            "  linkspan regional-mode --yes --format json 5e2211c17a3e5a48f5497de3 off"
        })
final class RegionalModeCommand implements LinkspanCommand {

    static final String FORMAT = "linkspan.regional-mode/1";

    /** A mode to switch to. Its words are a contract: scripts depend on them. */
    enum Mode {
        on,
        off
    }

    @Spec
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "PROJECT",
            converter = ProjectArgument.Reader.class,
            description = "The project, by its id or name.")
    private ProjectArgument project;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MODE", description = "on or off, to switch it.")
    private Mode mode;

    @Mixin
    private WriteOptions write;

    @Mixin
    private FormatOption format;

    @Override
    public ExitStatus run(Session session) {
        if (mode != null) {
            write.requireConsent(session, format.isText(), format.toString());
        }
        try (var connection = Connection.open(session)) {
            var asked = VisibleProjects.of(connection.atlas(), List.of(project.ref()));
            if (!asked.blindSpots().isEmpty()) {
                var spot = asked.blindSpots().get(0);
                new ProblemView(session.errors()).print(project.ref() + ": " + spot.why(), spot.remedy());
                return ExitStatus.FAILED;
            }
            if (asked.found().size() > 1) {
                throw new ParameterException(
                        command.commandLine(),
                        asked.found().size() + " projects are named '" + project.ref() + "'; name one by its id");
            }
            return run(session, connection, asked.found().get(0));
        }
    }

    private ExitStatus run(Session session, Connection connection, AtlasProject found) {
        boolean isOn = connection.atlas().regionalMode(found.id());
        boolean isToSwitch = mode != null && isOn != (mode == Mode.on);
        if (!isToSwitch) {
            tell(session, found, isOn, false);
            return ExitStatus.DONE;
        }
        try (var journal = write.openJournal(session)) {
            if (!write.isConfirmed() && !isWanted(session, found)) {
                session.errors().line("Nothing was done.");
                return ExitStatus.FAILED;
            }
            var patience = TimeLimit.patience(session.settings());
            var report = write.carryOut(session, connection, switching(found), List.of(), patience, journal, it -> {
                if (!it.isDone()) {
                    new ApplyText(session.errors(), Aim.DECLARED).print(it);
                }
            });
            return status(session, found, report);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written to the end: " + FileFault.reason(e), e);
        }
    }

    private boolean isWanted(Session session, AtlasProject found) {
        session.errors()
                .line(
                        "The connection strings of sharded clusters change with regional mode; applications need the new ones.");
        return new Confirmation(session).asks("Switch regional mode of " + found.id() + " " + mode + "?");
    }

    private Plan switching(AtlasProject found) {
        boolean isWanted = mode == Mode.on;
        var difference = new Difference("regionalMode", Boolean.toString(isWanted), Boolean.toString(!isWanted));
        var step = new Step.Update(
                Address.regionalMode(found.id()),
                new Subject.RegionalMode(isWanted),
                List.of(difference),
                new Reason("asked-for", "it was asked for"),
                List.of());
        return new Plan(new TreeMap<>(), List.of(step), new TreeSet<>());
    }

    private ExitStatus status(Session session, AtlasProject found, ApplyReport report) {
        if (report.isDone()) {
            tell(session, found, mode == Mode.on, true);
            return ExitStatus.DONE;
        }
        return report.hasFailed() ? ExitStatus.FAILED : ExitStatus.PENDING;
    }

    private void tell(Session session, AtlasProject found, boolean isOn, boolean isChanged) {
        if (format.isText()) {
            session.out()
                    .line(Untrusted.oneLine("Regional mode of " + project.ref() + " is " + (isOn ? "on" : "off")
                            + (isChanged ? " now." : ".")));
        } else {
            session.out()
                    .text(format.notation()
                            .text(Map.of(
                                    "format", FORMAT,
                                    "project", found.id().value(),
                                    "enabled", isOn,
                                    "changed", isChanged)));
        }
    }
}
