package dev.linkspan.cli;

import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ProjectName;
import dev.linkspan.model.ProjectRef;
import java.util.Optional;

/**
 * A project as workers of the service hand it to one another, in a line: its id, and after a space its name, so that it is looked up once for
 * an audit. A question mark stands for an id that is not known.
 *
 * @param name empty where the id is all that there is
 */
record SharedProject(Optional<ProjectId> id, Optional<String> name) {

    private static final String UNKNOWN = "?";

    static SharedProject of(ProjectId id) {
        return new SharedProject(Optional.of(id), Optional.empty());
    }

    static SharedProject of(ProjectId id, String name) {
        return new SharedProject(Optional.of(id), Optional.of(name));
    }

    /** One that has a name and, as far as anybody knows, no id. */
    static SharedProject unknown(String name) {
        return new SharedProject(Optional.empty(), Optional.of(name));
    }

    static SharedProject parse(String line) {
        var parts = line.split(" ", 2);
        return new SharedProject(
                Optional.of(parts[0]).filter(it -> !it.equals(UNKNOWN)).map(ProjectId::new),
                parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
    }

    String line() {
        return id.map(ProjectId::value).orElse(UNKNOWN)
                + name.map(it -> " " + it).orElse("");
    }

    /** What reports call it. */
    ProjectRef ref() {
        return id.<ProjectRef>map(it -> it).orElseGet(() -> new ProjectName(name.orElseThrow()));
    }
}
