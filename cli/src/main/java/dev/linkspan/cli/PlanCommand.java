package dev.linkspan.cli;

import dev.linkspan.compare.Comparison;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linkspan plan}. */
@Command(
        name = "plan",
        header = "Shows what apply would do. Sends Atlas nothing but questions.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan plan atlas/                           all specs of a folder",
            "  linkspan plan --detailed-exitcode atlas/       status 2 when there is something to do",
            "  linkspan plan --format json payments.groovy    for scripts",
            "  linkspan plan --format markdown atlas/         for a comment on a pull request",
            "  linkspan plan --replace 5e2211c17a3e5a48f5497de3/aws/us-east-1 atlas/"
        })
final class PlanCommand extends PlanningCommand {

    @Mixin
    private GuardOptions guard;

    @Option(
            names = "--detailed-exitcode",
            description = "End with status 2 when something is to be done or Atlas is still at work.")
    private boolean tellsChanges;

    @Override
    Plan plan(Comparison comparison) {
        return Planner.plan(comparison, guard.guard());
    }

    @Override
    ExitStatus proceed(Session session, Connection connection, Plan plan) {
        show(session, plan);
        summarize(session, plan);
        if (!plan.isComplete()) {
            return ExitStatus.INCOMPLETE;
        }
        return tellsChanges && (plan.hasChanges() || plan.hasPending()) ? ExitStatus.PENDING : ExitStatus.DONE;
    }
}
