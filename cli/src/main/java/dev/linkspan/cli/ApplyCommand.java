package dev.linkspan.cli;

import dev.linkspan.compare.Comparison;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Planner;
import dev.linkspan.plan.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code linkspan apply}. */
@Command(
        name = "apply",
        header = "Makes Atlas as the specs say, and waits until it is.",
        description = {
            "%nShows the plan and asks before it sends anything. Can be interrupted at any time: the next run goes on from what"
                    + " Atlas shows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan apply atlas/                          show, ask, do",
            "  linkspan apply --yes atlas/                    in a pipeline",
            "  linkspan apply --allow-delete atlas/           delete what no spec declares, too"
        })
final class ApplyCommand extends ApplyingCommand {

    @Mixin
    private GuardOptions guard;

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
