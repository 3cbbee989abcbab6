package dev.linkspan.model;

import java.util.regex.Pattern;

/** The id of an Atlas project (a "group" in the API): 24 lower-case hexadecimal digits (Atlas OpenAPI). */
public record ProjectId(String value) implements ProjectRef {

    private static final Pattern FORM = Pattern.compile("[a-f0-9]{24}");

    /** @throws Refusal when the text is not 24 lower-case hexadecimal digits */
    public ProjectId {
        if (!isWellFormed(value)) {
            throw new Refusal(
                    "malformed-project-id",
                    "'" + value + "' is not an Atlas project id",
                    "A project id has 24 hexadecimal digits, for example 5e2211c17a3e5a48f5497de3.");
        }
    }

    static boolean isWellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
