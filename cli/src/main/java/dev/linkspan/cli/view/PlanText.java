package dev.linkspan.cli.view;

import dev.linkspan.compare.Difference;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Region;
import dev.linkspan.plan.Action;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.PlanSummary;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.Subject;
import dev.linkspan.text.Untrusted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan for people: what happens to each thing and why, project by project, in the order in which it is done. */
public final class PlanText {

    private static final String NOTE_INDENT = " ".repeat(8);
    private static final int WIDEST_ADDRESS = 60;

    private final Printer printer;
    private final Aim aim;

    public PlanText(Printer printer, Aim aim) {
        this.printer = printer;
        this.aim = aim;
    }

    public void print(Plan plan) {
        byProject(plan).forEach((project, steps) -> project(project, plan, steps));
        blindSpots(printer, plan.blindSpots());
        plan.migrations().ifPresent(new MigrationText(printer)::print);
        printer.line(printer.in(Style.STRONG, conclusion(plan, aim)));
    }

    /** Steps that somebody needs to see; what is as declared only counts in the last line. */
    static Map<ProjectRef, List<Step>> byProject(Plan plan) {
        return plan.steps().stream()
                .filter(it -> !(it instanceof Step.Keep) || it.isPending())
                .collect(Collectors.groupingBy(it -> it.address().project(), LinkedHashMap::new, Collectors.toList()));
    }

    private void project(ProjectRef project, Plan plan, List<Step> steps) {
        String name = Optional.ofNullable(plan.projectNames().get(project))
                .map(it -> " (" + Untrusted.oneLine(it) + ")")
                .orElse("");
        printer.line(printer.in(Style.STRONG, Untrusted.oneLine(project.value())) + name);
        int width = steps.stream()
                .mapToInt(it -> relative(it.address()).length())
                .filter(it -> it <= WIDEST_ADDRESS)
                .max()
                .orElse(0);
        steps.forEach(it -> step(it, width));
        printer.line();
    }

    private void step(Step step, int width) {
        var mark = StepMark.of(step);
        String symbol = printer.in(mark.style(), "%3s".formatted(mark.symbol()));
        String address = ("%-" + Math.max(width, 1) + "s").formatted(relative(step.address()));
        printer.line("  " + symbol + " " + address + "  " + why(step));
        below(step).forEach(it -> printer.line(NOTE_INDENT + it));
    }

    /** Why it is done, or not done. */
    static String why(Step step) {
        String reason = Untrusted.oneLine(step.reason().text());
        if (step instanceof Step.Hold hold) {
            return hold.wanted().map(PlanText::word).orElse("") + "held: " + reason;
        }
        return step instanceof Step.Keep keep ? reason + " (" + Untrusted.oneLine(keep.status()) + ")" : reason;
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT) + " ";
    }

    /** What else there is to say of it, a line each. */
    static List<String> below(Step step) {
        var lines = new ArrayList<String>();
        if (step instanceof Step.Create && step.subject() instanceof Subject.Service service) {
            service.remoteRegions()
                    .filter(it -> !it.isEmpty())
                    .ifPresent(it -> lines.add("remoteRegions: "
                            + it.stream().map(Region::cloudName).collect(Collectors.joining(", ", "[", "]"))));
        }
        step.differences().forEach(it -> lines.add(words(it)));
        step.notes().forEach(it -> lines.add("Note: " + Untrusted.oneLine(it)));
        return lines;
    }

    static String words(Difference difference) {
        return Untrusted.oneLine(
                difference.attribute() + ": " + difference.observed() + " -> " + difference.declared());
    }

    static void blindSpots(Printer printer, Collection<BlindSpot> blindSpots) {
        if (blindSpots.isEmpty()) {
            return;
        }
        printer.line(printer.in(Style.BAD, "Could not be read:"));
        for (BlindSpot spot : blindSpots) {
            printer.line("  " + printer.in(Style.BAD, "  ?") + " "
                    + Untrusted.oneLine(spot.address().toString()) + "  " + Untrusted.oneLine(spot.why()));
            if (!spot.remedy().isEmpty()) {
                printer.line(NOTE_INDENT + Untrusted.oneLine(spot.remedy()));
            }
        }
        printer.line();
    }

    /** The answer, in a sentence or two. */
    static String conclusion(Plan plan, Aim aim) {
        var summary = plan.summary();
        if (plan.hasChanges()) {
            return (plan.isComplete() ? "Plan: " : "Incomplete plan: ") + counted(summary) + held(summary) + "."
                    + (plan.isComplete() ? "" : " What could not be read may need more.");
        }
        if (!plan.isComplete()) {
            return "It is not known whether anything has to change, since "
                    + number(plan.blindSpots().size(), "thing") + " could not be read" + held(summary) + ".";
        }
        if (summary.holds() > 0) {
            String opening = plan.hasPending() ? "Nothing can be done now" : aim.nothingPermitted();
            return opening + held(summary) + ".";
        }
        return plan.hasPending()
                ? "Nothing to send. What is marked '" + StepMark.KEEP.symbol() + "' is not ready yet."
                : nothing(plan, aim);
    }

    private static String nothing(Plan plan, Aim aim) {
        boolean isOnTheWay = plan.migrations().filter(it -> !it.isEmpty()).isPresent();
        return isOnTheWay
                ? "Nothing to send now; what comes next on the way to port mapping is yours to do."
                : aim.nothing();
    }

    private static String counted(PlanSummary summary) {
        var parts = new ArrayList<String>();
        add(parts, summary.creates(), "create");
        add(parts, summary.updates(), "update");
        add(parts, summary.replaces(), "replace");
        add(parts, summary.deletes(), "delete");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String verb) {
        if (count > 0) {
            parts.add(count + " to " + verb);
        }
    }

    private static String held(PlanSummary summary) {
        return summary.holds() == 0 ? "" : "; " + summary.holds() + " held";
    }

    private static String number(int count, String noun) {
        return count == 1 ? "one " + noun : count + " " + noun + "s";
    }

    /** Without the project, under whose heading it stands. */
    static String relative(Address address) {
        if (address.kind() == Address.Kind.PROJECT) {
            return "(project)";
        }
        return Untrusted.oneLine(
                address.toString().substring(address.project().value().length() + 1));
    }
}
