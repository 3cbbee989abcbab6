package dev.linkspan.cli.view;

import dev.linkspan.text.Untrusted;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Services and endpoints for people: a line for each thing that Atlas tells. */
public final class DescriptionText {

    /** A connection string with many hosts is long, and one that is cut would be a wrong one. */
    private static final int LONGEST = 4_000;

    private final Printer printer;

    public DescriptionText(Printer printer) {
        this.printer = printer;
    }

    /** @param found as {@link DescriptionDocument} says them */
    public void print(List<Map<String, Object>> found) {
        String gap = "";
        for (var thing : found) {
            printer.text(gap);
            printer.line(printer.in(
                    Style.STRONG, Untrusted.oneLine(thing.get("address").toString(), LONGEST)));
            members("  ", thing);
            gap = "\n";
        }
    }

    private void members(String indent, Map<?, ?> members) {
        members.forEach((name, value) -> {
            if (!name.equals("address")) {
                member(indent, words((String) name), value);
            }
        });
    }

    private void member(String indent, String name, Object value) {
        if (value instanceof Map<?, ?> members) {
            printer.line(indent + name + ":");
            members(indent + "  ", members);
        } else if (value instanceof Collection<?> elements && !elements.isEmpty()) {
            printer.line(indent + name + ":");
            elements.forEach(it -> element(indent + "  ", it));
        } else {
            String text = value instanceof Collection ? "none" : value.toString();
            printer.line(indent + name + ": " + Untrusted.oneLine(text, LONGEST));
        }
    }

    private void element(String indent, Object element) {
        if (element instanceof Map<?, ?> members) {
            printer.line(indent + "-");
            members(indent + "  ", members);
        } else {
            printer.line(indent + "- " + Untrusted.oneLine(element.toString(), LONGEST));
        }
    }

    /** {@code endpointServiceName} as people say it: {@code endpoint service name}. */
    private static String words(String member) {
        return member.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
