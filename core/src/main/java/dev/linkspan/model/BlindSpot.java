package dev.linkspan.model;

import java.util.Objects;

/**
 * Something that could not be read. It is never missing and never clean; it blocks deletes and makes a report incomplete.
 *
 * @param address what could not be read: a project, one cloud of it, its regional mode, or an endpoint
 * @param why what went wrong, in a sentence, with Atlas's own words where there are any (untrusted)
 * @param remedy what to do about it; may be empty
 */
public record BlindSpot(Address address, String why, String remedy) implements Comparable<BlindSpot> {

    /** Stands for the list of projects where that could not be read. */
    public static final String ALL_PROJECTS = "all projects";

    public BlindSpot {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(remedy, "remedy");
    }

    @Override
    public int compareTo(BlindSpot other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : why.compareTo(other.why);
    }
}
