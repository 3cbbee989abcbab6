package dev.linkspan.cli;

import dev.linkspan.compare.Comparison;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.observe.Survey;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Planner;
import dev.linkspan.plan.Step;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code linkspan apply}. */
@Command(
        name = "apply",
        header = "Makes Atlas as the specs say, and waits until it is.",
        description = {
            "%nShows the plan and asks before it sends anything. Can be interrupted at any time: the next run goes on from what"
                    + " Atlas shows.%n",
            "In place of specs, one plan that 'plan --out' saved: a file that ends in .yaml or .yml. Atlas is looked at again, and"
                    + " nothing is sent when it has moved since."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan apply atlas/                          show, ask, do",
            "  linkspan apply --yes atlas/                    in a pipeline",
            "  linkspan apply --allow-delete atlas/           delete what no spec declares, too",
            "  linkspan apply --no-wait atlas/                send it and end; 'linkspan wait' waits, from anywhere",
            "  linkspan apply plan.yaml                       what plan --out saved, exactly that, or nothing"
        })
final class ApplyCommand extends ApplyingCommand {

    @Spec
    private CommandSpec command;

    @Mixin
    private GuardOptions guard;

    private Optional<SavedPlan> saved = Optional.empty();

    @Override
    void checkOptions(Session session) {
        super.checkOptions(session);
        if (arguments().stream().noneMatch(it -> SavedPlan.isNamed(session, it))) {
            return;
        }
        if (arguments().size() > 1) {
            throw new ParameterException(
                    command.commandLine(), "A saved plan is applied by itself, without specs or other plans beside it");
        }
        if (guard.isSet() || !targets().isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "A saved plan says itself what may be deleted or replaced, and where; --allow-delete, --replace, --migrate-gcp"
                            + " and --target belong to 'linkspan plan --out'");
        }
        saved = Optional.of(SavedPlan.read(session, arguments().get(0)));
    }

    @Override
    Optional<Declaration> declaration(Session session) {
        return saved.map(SavedPlan::declaration).or(() -> super.declaration(session));
    }

    @Override
    Set<CloudProvider> besides() {
        return saved.map(SavedPlan::besides).orElseGet(guard::besides);
    }

    @Override
    Plan plan(Survey survey) {
        return saved.map(it -> it.planAgain(survey)).orElseGet(() -> super.plan(survey));
    }

    @Override
    Optional<ExitStatus> refuses(Session session, Survey survey, Plan plan) {
        return saved.flatMap(it -> it.refuses(session, survey, plan));
    }

    @Override
    Plan plan(Comparison comparison) {
        return Planner.plan(comparison, guard.guard());
    }

    @Override
    String question(Plan plan) {
        return plan.hasChanges() ? "Make these changes in Atlas?" : "Wait until Atlas is done?";
    }

    @Override
    boolean isLeftOver(Step.Hold step) {
        return step.isPending();
    }
}
