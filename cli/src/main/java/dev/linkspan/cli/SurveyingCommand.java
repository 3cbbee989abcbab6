package dev.linkspan.cli;

import dev.linkspan.atlas.http.ApiVersion;
import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.observe.Observer;
import dev.linkspan.observe.Survey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;

/** What plan, apply, destroy and audit have in common: read the specs, then Atlas. */
abstract class SurveyingCommand implements LinkspanCommand {

    @Mixin
    private SpecArguments specs;

    @Override
    public final ExitStatus run(Session session) throws InterruptedException {
        checkOptions(session);
        var declared = declaration(session);
        if (declared.isEmpty()) {
            return ExitStatus.FAILED;
        }
        var unspeakable = unspeakable(session.settings().apiVersion(), declared.get());
        if (!unspeakable.isEmpty()) {
            session.tell(unspeakable);
            return ExitStatus.FAILED;
        }
        try (var connection = Connection.open(session)) {
            var survey = new Observer(connection.atlas(), connection.lanes()).survey(declared.get());
            if (survey.diagnostics().hasErrors()) {
                session.tell(survey.diagnostics());
                return ExitStatus.FAILED;
            }
            session.actions().annotate(survey.observation().blindSpots());
            return proceed(session, connection, survey);
        }
    }

    /** What Atlas is held against; empty when it holds faults, which are printed then. */
    Optional<Declaration> declaration(Session session) {
        return specs.load(session);
    }

    final List<Path> arguments() {
        return specs.paths();
    }

    /** What is declared that this version of the API has no words for: it could be neither seen nor set. */
    private static Diagnostics unspeakable(ApiVersion version, Declaration declared) {
        if (version == ApiVersion.V2) {
            return Diagnostics.none();
        }
        return new Diagnostics(declared.projects().values().stream()
                .flatMap(it -> it.services().values().stream())
                .flatMap(it -> unspeakable(it).stream())
                .toList());
    }

    /** Without telling one from the other, a port-mapped service would be taken for the older one beside it. */
    private static Optional<Diagnostic> unspeakable(DeclaredService service) {
        if (service.key().provider() == CloudProvider.GCP) {
            return Optional.of(Diagnostic.error(
                    "needs-api-v2",
                    "Version v1.0 of the API cannot tell the two kinds of Google Cloud services apart",
                    "Use v2, which is the default.",
                    service.source()));
        }
        return service.remoteRegions()
                .map(it -> Diagnostic.error(
                        "needs-api-v2",
                        "Version v1.0 of the API knows no remote regions",
                        "Use v2, which is the default, or leave remoteRegions out.",
                        service.source()));
    }

    /** Refuses options that cannot go together, before anything is read. */
    void checkOptions(Session session) {}

    /** Goes on with what Atlas showed. */
    abstract ExitStatus proceed(Session session, Connection connection, Survey survey) throws InterruptedException;

    /** Says why nothing could be read: each different reason once. */
    static ExitStatus sawNothing(Session session, Survey survey) {
        var view = new ProblemView(session.errors());
        var reasons = new TreeMap<String, BlindSpot>();
        survey.observation().blindSpots().forEach(it -> reasons.putIfAbsent(it.why(), it));
        reasons.values().forEach(it -> view.print(it.why(), it.remedy()));
        return ExitStatus.FAILED;
    }
}
