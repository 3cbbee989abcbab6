package dev.linkspan.compare;

import dev.linkspan.model.BlindSpot;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All declared projects held against Atlas at one moment.
 *
 * @param projects in the order of their ids
 * @param blindSpots what could not be read, or is declared and was not
 */
public record Comparison(List<ComparedProject> projects, SortedSet<BlindSpot> blindSpots) {

    public Comparison {
        projects = List.copyOf(projects);
        blindSpots = Collections.unmodifiableSortedSet(new TreeSet<>(blindSpots));
    }
}
