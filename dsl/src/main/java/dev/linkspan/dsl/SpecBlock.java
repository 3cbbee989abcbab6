package dev.linkspan.dsl;

import dev.linkspan.dsl.Drafts.ProjectDraft;
import dev.linkspan.model.ProjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A spec file as a whole. */
final class SpecBlock implements SpecWords {

    private final Places places;
    private final List<ProjectDraft> projects = new ArrayList<>();

    SpecBlock(Places places) {
        this.places = Objects.requireNonNull(places, "places");
    }

    @Override
    public void project(Argument<String> idOrName, Optional<Body> body) {
        var draft = new ProjectDraft(idOrName.as(ProjectRef::parse), places.here());
        projects.add(draft);
        body.ifPresent(it -> it.fill(new ProjectBlock(draft, places)));
    }

    List<ProjectDraft> projects() {
        return projects;
    }
}
