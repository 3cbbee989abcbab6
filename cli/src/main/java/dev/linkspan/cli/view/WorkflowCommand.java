package dev.linkspan.cli.view;

import dev.linkspan.text.Untrusted;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line that a GitHub Actions runner obeys, such as {@code ::error file=a.groovy,line=3::No such region}. What it reads, and how it is
 * escaped: GitHub's page "Workflow commands for GitHub Actions", and {@code ActionCommand.cs} in {@code actions/runner}.
 *
 * @param name {@code error} or {@code warning}
 * @param properties place and title; untrusted values
 * @param message may have several lines; untrusted
 */
public record WorkflowCommand(String name, Map<String, String> properties, String message) {

    private static final int LONGEST = 1_000;

    /** The runner ignores all white space before the colons, and finds the older form anywhere in a line. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^([\\s\\p{Z}]*):(?=:)");

    private static final Pattern OLDER_COMMAND = Pattern.compile("(##[A-Za-z]*)\\[");

    public WorkflowCommand {
        properties = Map.copyOf(properties);
    }

    /**
     * The lines with nothing in them that a runner obeys, neither GitHub's nor one that reads {@code ##vso[}. JSON stays the same JSON:
     * no line of it begins with a colon, and the escape for the bracket is JSON's own.
     */
    static String disarmed(String lines) {
        String shown = lines.contains("::") ? COMMAND.matcher(lines).replaceAll("$1\\\\u003a") : lines;
        return shown.contains("##") ? OLDER_COMMAND.matcher(shown).replaceAll("$1\\\\u005b") : shown;
    }

    /** The line, without its end. */
    String line() {
        String place = new TreeMap<>(properties)
                .entrySet().stream()
                        .map(it -> it.getKey() + "=" + property(it.getValue()))
                        .collect(Collectors.joining(","));
        return "::" + name + (place.isEmpty() ? "" : " " + place) + "::" + data(message);
    }

    private static String data(String text) {
        return text.lines()
                .map(it -> Untrusted.oneLine(it, LONGEST).replace("%", "%25"))
                .collect(Collectors.joining("%0A"));
    }

    private static String property(String text) {
        return Untrusted.oneLine(text)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .replace(":", "%3A")
                .replace(",", "%2C");
    }
}
