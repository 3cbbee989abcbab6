package dev.linkspan.cli.view;

import dev.linkspan.model.BlindSpot;
import dev.linkspan.plan.PlanDrift;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.Subject;
import dev.linkspan.text.Untrusted;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a saved plan is not carried out. */
public final class PlanDriftView {

    private static final String INDENT = "    ";
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST = 500;

    private final Printer printer;
    private final String file;

    /** @param file what people call the plan's file */
    public PlanDriftView(Printer printer, String file) {
        this.printer = printer;
        this.file = file;
    }

    /**
     * Says which things have moved, what their steps were, and what they are.
     *
     * @param isAtlasAsItWas whether Atlas shows what it showed when the plan was made
     */
    public void moved(List<PlanDrift.Moved> moved, boolean isAtlasAsItWas) {
        error(
                isAtlasAsItWas
                        ? " was made by another version of Linkspan, which planned otherwise. Nothing was sent."
                        : " is stale: Atlas has moved since it was made. Nothing was sent.");
        moved.stream().limit(MOST_SHOWN).forEach(it -> {
            line(INDENT + it.address());
            line(INDENT + INDENT + "was: " + it.was().map(PlanDriftView::words).orElse("not in the plan"));
            line(INDENT + INDENT + "is:  " + it.is().map(PlanDriftView::words).orElse("nothing to do"));
        });
        more(moved.size());
        line(INDENT + "Look at a new plan, and save it: linkspan plan SPEC --out " + file + ".");
    }

    /** Says what could not be read this time. */
    public void unseen(Collection<BlindSpot> unseen) {
        error(" cannot be held against Atlas, since part of it could not be read. Nothing was sent.");
        unseen.stream().limit(MOST_SHOWN).forEach(it -> {
            line(INDENT + it.address() + ": " + it.why());
            if (!it.remedy().isEmpty()) {
                line(INDENT + INDENT + it.remedy());
            }
        });
        more(unseen.size());
    }

    private void error(String text) {
        printer.line(printer.in(Style.BAD, "error") + ": " + Untrusted.oneLine(file + text));
    }

    private void line(String text) {
        printer.line(Untrusted.oneLine(text, LONGEST));
    }

    private void more(int count) {
        if (count > MOST_SHOWN) {
            line(INDENT + "and " + (count - MOST_SHOWN) + " more");
        }
    }

    private static String words(Step step) {
        String what = StepMark.of(step).word() + ", " + step.reason().text() + differences(step);
        String status = step instanceof Step.Keep keep ? " (" + keep.status() + ")" : "";
        String notes = step.notes().stream().map(it -> "; " + it).collect(Collectors.joining());
        return what + status + id(step.subject()).map(it -> ", service " + it).orElse("") + notes;
    }

    private static String differences(Step step) {
        return step instanceof Step.Update update
                ? update.differences().stream()
                        .map(it -> "; " + it.attribute() + ": " + it.observed() + " -> " + it.declared())
                        .collect(Collectors.joining())
                : "";
    }

    private static Optional<String> id(Subject subject) {
        return subject instanceof Subject.Service service ? service.id().map(Object::toString) : Optional.empty();
    }
}
