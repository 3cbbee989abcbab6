package dev.linkspan.cli;

import dev.linkspan.cli.view.PlanDriftView;
import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.Refusal;
import dev.linkspan.observe.Survey;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.PlanDrift;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.file.Fingerprint;
import dev.linkspan.plan.file.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan that somebody saved, and may have approved: it is carried out as it is or not at all. */
final class SavedPlan {

    private final String name;
    private final PlanFile file;

    private SavedPlan(String name, PlanFile file) {
        this.name = name;
        this.file = file;
    }

    /** Whether a path names a plan and no spec: plans are files that end in .yaml or .yml. */
    static boolean isNamed(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** The same, but for a folder of specs. */
    static boolean isNamed(Session session, Path path) {
        return isNamed(path)
                && !Files.isDirectory(session.surroundings().workingDirectory().resolve(path));
    }

    /** @throws Refusal when it is no plan, or one for another Atlas than this run's */
    static SavedPlan read(Session session, Path path) {
        var file = PlanFile.read(session.surroundings().workingDirectory().resolve(path), path.toString());
        var url = session.settings().baseUrl();
        if (!file.baseUrl().equals(url)) {
            throw new Refusal(
                    "plan-for-another-atlas",
                    path + " is a plan for " + file.baseUrl() + ", and the settings say " + url,
                    "Nothing was sent. Set --atlas-url " + file.baseUrl() + " if that is meant, or plan again.");
        }
        return new SavedPlan(path.toString(), file);
    }

    Declaration declaration() {
        return file.declaration();
    }

    /** What it speaks of, which may be a part of what is declared. */
    Set<Address> addresses() {
        return file.plan().steps().stream().map(Step::address).collect(Collectors.toSet());
    }

    Set<CloudProvider> besides() {
        return GuardOptions.besides(file.guard());
    }

    Plan planAgain(Survey survey) {
        return file.planAgain(survey.comparison());
    }

    /** Says what has moved since it was saved, if anything has that the plan did not move itself. */
    Optional<ExitStatus> refuses(Session session, Survey survey, Plan now) {
        var drift = PlanDrift.between(file.plan(), now);
        if (drift.isNone()) {
            return Optional.empty();
        }
        var view = new PlanDriftView(session.errors(), name);
        if (!drift.unseen().isEmpty()) {
            view.unseen(drift.unseen());
            return Optional.of(ExitStatus.INCOMPLETE);
        }
        boolean isAtlasAsItWas = file.observation().equals(Fingerprint.of(survey.observation()));
        view.moved(drift.moved(), isAtlasAsItWas);
        return Optional.of(ExitStatus.FAILED);
    }
}
