package dev.linkspan.cli;

import dev.linkspan.compare.Comparison;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Refusal;
import dev.linkspan.observe.Survey;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Planner;
import dev.linkspan.plan.file.Fingerprint;
import dev.linkspan.plan.file.PlanFile;
import dev.linkspan.text.Untrusted;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code linkspan plan}. */
@Command(
        name = "plan",
        header = "Shows what apply would do. Sends Atlas nothing but questions.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan plan atlas/                           all specs of a folder",
            "  linkspan plan --detailed-exitcode atlas/       status 2 when there is something to do",
            "  linkspan plan --format json payments.groovy    for scripts",
            "  linkspan plan --out plan.yaml atlas/           save it, for show and apply",
            "  linkspan plan --format markdown atlas/         for a comment on a pull request",
            "  linkspan plan --migrate-gcp atlas/             the way to port mapping on Google Cloud",
            "  linkspan plan --replace 5e2211c17a3e5a48f5497de3/aws/us-east-1 atlas/"
        })
final class PlanCommand extends PlanningCommand {

    @Spec
    private CommandSpec command;

    @Mixin
    private GuardOptions guard;

    @Option(
            names = "--detailed-exitcode",
            description = "End with status 2 when something is to be done or Atlas is still at work.")
    private boolean tellsChanges;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Save the plan too, for show and apply; the name ends in .yaml or .yml.")
    private Path out;

    @Override
    void checkOptions(Session session) {
        if (out == null) {
            return;
        }
        if (!SavedPlan.isNamed(out)) {
            throw new ParameterException(
                    command.commandLine(),
                    "The name of a plan ends in .yaml or .yml, by which apply knows it: --out plan.yaml");
        }
        try {
            target(session).checkWritable();
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
    }

    private OutputFile target(Session session) {
        return new OutputFile(session.surroundings().workingDirectory().resolve(out), "plan");
    }

    @Override
    Set<CloudProvider> besides() {
        return guard.besides();
    }

    @Override
    Plan plan(Comparison comparison) {
        return Planner.plan(comparison, guard.guard());
    }

    @Override
    ExitStatus proceed(Session session, Connection connection, Survey survey, Plan plan) {
        show(session, plan);
        if (out != null) {
            save(session, survey, plan);
        }
        summarize(session, plan);
        if (!plan.isComplete()) {
            return ExitStatus.INCOMPLETE;
        }
        return tellsChanges && (plan.hasChanges() || plan.hasPending()) ? ExitStatus.PENDING : ExitStatus.DONE;
    }

    private void save(Session session, Survey survey, Plan plan) {
        var file = new PlanFile(
                session.settings().baseUrl(),
                survey.declaration(),
                guard.guard(),
                targets(),
                plan,
                Fingerprint.of(survey.observation()));
        target(session).write(file.text());
        session.errors()
                .line(Untrusted.oneLine(
                        "The plan is saved in " + out + "; 'linkspan apply " + out + "' carries it out."));
    }
}
