package dev.linkspan.readiness;

import dev.linkspan.compare.Comparison;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Observation;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How all the things stand that somebody waits for, at one moment.
 *
 * @param standings in the order of their addresses, each thing once
 * @param blindSpots what could not be read
 */
public record Readiness(List<Standing> standings, SortedSet<BlindSpot> blindSpots) {

    public Readiness {
        standings = standings.stream()
                .sorted(Comparator.comparing(Standing::address))
                .distinct()
                .toList();
        blindSpots = Collections.unmodifiableSortedSet(new TreeSet<>(blindSpots));
    }

    /** Whether all is well, and if it is not what would make it so. */
    public enum Verdict {
        /** Everything is there, as declared, and usable. */
        READY,
        /** Time or an apply brings what is wanting. */
        PENDING,
        /** Nothing is known to have failed, but not everything could be read. */
        INCOMPLETE,
        /** Something failed, or is not there though it was asked for by its address. */
        FAILED
    }

    /** Of what is declared; what nobody declares is not waited for. */
    public static Readiness of(Comparison comparison) {
        return new Readiness(DeclaredStandings.of(comparison), comparison.blindSpots());
    }

    /**
     * Of what addresses name, and of what lies below it.
     *
     * @param addresses of projects by their ids
     */
    public static Readiness of(Observation observation, Collection<Address> addresses) {
        return new Readiness(
                addresses.stream()
                        .flatMap(it -> NamedStandings.of(observation, it).stream())
                        .toList(),
                observation.blindSpots());
    }

    /** The part of it that is meant; what could not be read stays. */
    public Readiness only(Predicate<Address> isMeant) {
        return new Readiness(
                standings.stream().filter(it -> isMeant.test(it.address())).toList(), blindSpots);
    }

    public Verdict verdict() {
        if (has(State.FAILED) || has(State.ABSENT)) {
            return Verdict.FAILED;
        }
        if (!blindSpots.isEmpty()) {
            return Verdict.INCOMPLETE;
        }
        return standings.stream().allMatch(it -> it.state() == State.READY) ? Verdict.READY : Verdict.PENDING;
    }

    /** The things that time alone will change. */
    public List<Standing> inTransition() {
        return standings.stream().filter(it -> it.state().isInTransition()).toList();
    }

    public int count(State state) {
        return (int) standings.stream().filter(it -> it.state() == state).count();
    }

    public boolean has(State state) {
        return count(state) > 0;
    }
}
