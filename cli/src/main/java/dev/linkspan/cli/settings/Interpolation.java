package dev.linkspan.cli.settings;

import dev.linkspan.model.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables where a settings file says {@code ${env:NAME}}; {@code $${} stands for {@code ${} itself.
 *
 * <p>Commons Configuration's own interpolation can also read files and system properties, and reads again what it has
 * read, so it is switched off.
 */
final class Interpolation {

    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$\\{)|\\$\\{([^}]*)\\}?");
    private static final Pattern VARIABLE = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)");

    private final Map<String, String> environment;

    Interpolation(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * @param isSecret whether the value may hold a credential: all others may be shown, so they must not read one
     * @throws Refusal for an unset variable and for any other kind of reference
     */
    String resolve(String text, boolean isSecret) {
        var matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(it -> Matcher.quoteReplacement(
                it.group(1) != null ? it.group(1) : variable(it.group(), it.group(2), isSecret)));
    }

    private String variable(String whole, String reference, boolean isSecret) {
        var matcher = VARIABLE.matcher(reference);
        if (!matcher.matches() || !whole.endsWith("}")) {
            throw new Refusal(
                    "unknown-reference",
                    "'" + whole + "' is not something that settings can read",
                    "Only environment variables can be read, for example ${env:TEAM}; write $${ for the characters themselves.");
        }
        String name = matcher.group(1);
        if (!isSecret && isCredential(name)) {
            throw new Refusal(
                    "credential-in-setting",
                    "'" + whole + "' reads a credential into a setting that is not one",
                    "Read another variable.");
        }
        String value = environment.get(name);
        if (value == null) {
            throw new Refusal(
                    "unset-variable",
                    "The environment variable " + name + " is not set",
                    "Set it, or write the value.");
        }
        return value;
    }

    private static boolean isCredential(String variable) {
        return Arrays.stream(Key.values())
                .filter(Key::isCredential)
                .anyMatch(it -> it.variables().contains(variable));
    }
}
