package dev.linkspan.observe;

import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ObservedProject;
import java.util.List;
import java.util.Objects;

/** One project as Atlas showed it, and what it would not show of it. */
public record Sighting(ObservedProject project, List<BlindSpot> blindSpots) {

    public Sighting {
        Objects.requireNonNull(project, "project");
        blindSpots = blindSpots.stream().sorted().toList();
    }
}
