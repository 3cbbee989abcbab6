package dev.linkspan.cli;

import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.observe.Observer;
import dev.linkspan.observe.Survey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;

/** What plan, apply and destroy have in common: read the specs, then Atlas. */
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
        if (Unspeakable.isTold(session, declared.get())) {
            return ExitStatus.FAILED;
        }
        Unspeakable.check(session, besides());
        try (var connection = Connection.open(session)) {
            var survey = new Observer(connection.atlas(), connection.lanes()).survey(declared.get(), besides());
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

    /** Clouds to look at besides those that specs declare something on. */
    Set<CloudProvider> besides() {
        return Set.of();
    }

    final List<Path> arguments() {
        return specs.paths();
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
