package dev.linkspan.model;

/** How a spec points at an Atlas project: by its id, or by its name, which a look-up turns into an id. */
public sealed interface ProjectRef extends Comparable<ProjectRef> permits ProjectId, ProjectName {

    /** The id or the name, as written. */
    String value();

    /**
     * Reads either form: 24 hexadecimal digits are an id, all else is a name.
     *
     * @throws Refusal for an empty or over-long text
     */
    static ProjectRef parse(String text) {
        return ProjectId.isWellFormed(text) ? new ProjectId(text) : new ProjectName(text);
    }

    @Override
    default int compareTo(ProjectRef other) {
        return value().compareTo(other.value());
    }
}
