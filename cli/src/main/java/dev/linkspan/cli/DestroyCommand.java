package dev.linkspan.cli;

import dev.linkspan.cli.view.Aim;
import dev.linkspan.compare.Comparison;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Planner;
import dev.linkspan.plan.Step;
import picocli.CommandLine.Command;

/** {@code linkspan destroy}. */
@Command(
        name = "destroy",
        header = "Removes from Atlas what the specs declare, and nothing else.",
        description = {
            "%nWhat is marked protect() stays. A service stays while endpoints hang on it that no spec declares."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan destroy sandbox.groovy                show, ask, do",
            "  linkspan destroy --yes sandbox.groovy          in a pipeline",
            "  linkspan destroy --timeout 10m sandbox.groovy  and no longer; run it again to go on"
        })
final class DestroyCommand extends ApplyingCommand {

    @Override
    Plan plan(Comparison comparison) {
        return Planner.destroy(comparison);
    }

    @Override
    Aim aim() {
        return Aim.DESTROYED;
    }

    @Override
    String question(Plan plan) {
        return "Delete these from Atlas? Clients that connect through them lose their connection.";
    }

    @Override
    boolean isLeftOver(Step.Hold step) {
        return true;
    }
}
