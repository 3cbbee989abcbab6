package dev.linkspan.model;

/** The name of an Atlas project, at most 64 characters (Atlas OpenAPI); it has to be looked up to get the id. */
public record ProjectName(String value) implements ProjectRef {

    private static final int LONGEST = 64;

    /** @throws Refusal when the text is blank or longer than 64 characters */
    public ProjectName {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw new Refusal(
                    "malformed-project-name",
                    "A project name has 1 to " + LONGEST + " characters",
                    "Write the project's id or its name, for example project('5e2211c17a3e5a48f5497de3') or project('payments').");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
