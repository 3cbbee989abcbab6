package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.ReportDraft;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.activity.Activity;
import dev.linkspan.audit.service.Subject;
import dev.linkspan.cli.settings.LogLevel;
import dev.linkspan.cli.view.AuditProgress;
import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Declaration;
import dev.linkspan.observe.Observer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an audit is about: what specs declare, or the health of some projects or of all. */
final class AuditSubject {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "SPEC", description = "Spec files (*.groovy), or folders of them.")
    private List<Path> specs = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "In place of specs: the health of this project, by its id or name. May be repeated.")
    private List<String> projects = new ArrayList<>();

    @Option(names = "--all", description = "In place of specs: the health of every project the credentials can see.")
    private boolean isOfAll;

    @Option(
            names = "--no-connection-strings",
            description =
                    "Do not look whether clusters can be connected to; saves a list of clusters for each project.")
    private boolean leavesClusters;

    @Option(
            names = "--no-events",
            description =
                    "Do not look who changed what; saves a look at the activity of each project that has drifted.")
    private boolean leavesEvents;

    /** Refuses none of the three, and more than one. */
    void check() {
        int given = (specs.isEmpty() ? 0 : 1) + (projects.isEmpty() ? 0 : 1) + (isOfAll ? 1 : 0);
        if (given != 1) {
            throw new ParameterException(
                    command.commandLine(),
                    given == 0
                            ? "Say what to audit: specs, --project PROJECT, or --all"
                            : "Specs, --project and --all are three ways to say what to audit; use one of them");
        }
    }

    /**
     * Looks at it.
     *
     * @return empty when specs hold faults, which are told then
     * @throws AtlasProblem when not even the projects could be listed
     */
    Optional<AuditReport> report(Session session) throws InterruptedException {
        return specs.isEmpty() ? Optional.of(health(session)) : drift(session);
    }

    /**
     * The same for a service, which audits it again and again.
     *
     * @return empty when specs hold faults, which are told then
     */
    Optional<Subject> served(Session session, Connection connection) {
        var atlas = connection.atlas();
        var observer = new Observer(atlas, connection.lanes());
        if (specs.isEmpty()) {
            return Optional.of(new AuditedHealth(
                    () -> isOfAll ? VisibleProjects.all(atlas) : VisibleProjects.named(atlas, projects),
                    observer,
                    !leavesClusters));
        }
        return SpecArguments.load(session, command, specs)
                .filter(it -> !Unspeakable.isTold(session, it))
                .map(it -> new AuditedSpecs(
                        it, atlas::projects, observer, !leavesClusters, activity(session, connection)));
    }

    private Optional<AuditReport> drift(Session session) throws InterruptedException {
        var declared = SpecArguments.load(session, command, specs).filter(it -> !Unspeakable.isTold(session, it));
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        try (var connection = Connection.open(session)) {
            return drift(session, connection, declared.get());
        }
    }

    private Optional<AuditReport> drift(Session session, Connection connection, Declaration declared)
            throws InterruptedException {
        var draft = new ReportDraft(Scope.SPECS);
        var observer = new Observer(connection.atlas(), connection.lanes());
        var activity = activity(session, connection);
        var drifted = new ArrayList<CompletableFuture<ProjectAudit>>();
        var progress = progress(session, declared.projects().size());
        var blindSpots = new ArrayList<BlindSpot>();
        var faults = observer.surveyEach(declared, !leavesClusters, survey -> {
            blindSpots.addAll(survey.observation().blindSpots());
            var audit = ProjectAudit.of(survey);
            if (activity.concerns(audit)) {
                drifted.add(CompletableFuture.supplyAsync(() -> activity.explained(audit), connection.lanes()));
            } else {
                draft.add(audit);
            }
            progress.looked();
        });
        drifted.forEach(it -> draft.add(it.join()));
        session.actions().annotate(blindSpots);
        if (!faults.isEmpty()) {
            session.tell(faults);
        }
        return faults.hasErrors() ? Optional.empty() : Optional.of(draft.report());
    }

    private Activity activity(Session session, Connection connection) {
        return leavesEvents
                ? Activity.unasked()
                : Activity.of(
                        connection.atlas(),
                        session.surroundings().clock(),
                        it -> new ProblemView(session.errors())
                                .warn(
                                        "Findings do not all say who changed what: " + it.getMessage(),
                                        it.remedy() + " --no-events asks for none."));
    }

    private AuditReport health(Session session) throws InterruptedException {
        try (var connection = Connection.open(session)) {
            var draft = new ReportDraft(Scope.HEALTH);
            var asked = isOfAll
                    ? VisibleProjects.all(connection.atlas())
                    : VisibleProjects.named(connection.atlas(), projects);
            asked.blindSpots().forEach(draft::unseen);
            var progress = progress(session, asked.found().size());
            var blindSpots = new ArrayList<>(asked.blindSpots());
            new Observer(connection.atlas(), connection.lanes()).sightEach(asked.found(), !leavesClusters, sighting -> {
                blindSpots.addAll(sighting.blindSpots());
                draft.add(ProjectAudit.of(sighting));
                progress.looked();
            });
            session.actions().annotate(blindSpots);
            return draft.report();
        }
    }

    private static AuditProgress progress(Session session, int projects) {
        boolean isWatched = session.surroundings().terminals().errors()
                || session.settings().logLevel().compareTo(LogLevel.INFO) >= 0;
        return new AuditProgress(session.errors(), session.surroundings().clock(), projects, isWatched);
    }
}
