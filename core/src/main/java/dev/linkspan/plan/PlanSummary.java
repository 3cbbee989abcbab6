package dev.linkspan.plan;

import java.util.List;

/** How many steps of each kind a plan has. */
public record PlanSummary(int creates, int updates, int replaces, int deletes, int holds, int keeps) {

    static PlanSummary of(List<Step> steps) {
        return new PlanSummary(
                count(steps, Step.Create.class),
                count(steps, Step.Update.class),
                count(steps, Step.Replace.class),
                count(steps, Step.Delete.class),
                count(steps, Step.Hold.class),
                count(steps, Step.Keep.class));
    }

    private static int count(List<Step> steps, Class<? extends Step> kind) {
        return (int) steps.stream().filter(kind::isInstance).count();
    }
}
