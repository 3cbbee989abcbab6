package dev.linkspan.audit;

import dev.linkspan.compare.Difference;
import dev.linkspan.model.ProjectEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a finding rests on.
 *
 * @param expected how it should be, in a few words
 * @param observed how it is, in a few words; untrusted
 * @param status Atlas's word for how it is, untrusted; empty where there is none
 * @param message Atlas's own words for why, or why it could not be read; untrusted
 * @param differences the attributes that differ
 * @param events who did what that may explain it, newest first; only where a project's activity was asked
 * @param hidden of a thing that could not be read: how many declared services, endpoints and regional modes nothing is known
 *     of because of it
 */
public record Evidence(
        String expected,
        String observed,
        Optional<String> status,
        Optional<String> message,
        List<Difference> differences,
        int hidden,
        List<ProjectEvent> events) {

    public Evidence {
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
        differences = List.copyOf(differences);
        events = List.copyOf(events);
    }

    /** What rests on what was seen alone. */
    public Evidence(
            String expected,
            String observed,
            Optional<String> status,
            Optional<String> message,
            List<Difference> differences,
            int hidden) {
        this(expected, observed, status, message, differences, hidden, List.of());
    }

    Evidence with(List<ProjectEvent> others) {
        return new Evidence(expected, observed, status, message, differences, hidden, others);
    }

    static Evidence absent() {
        return new Evidence("declared", "absent", Optional.empty(), Optional.empty(), List.of(), 0);
    }

    static Evidence undeclared(String status) {
        return new Evidence("absent", status, Optional.of(status), Optional.empty(), List.of(), 0);
    }

    static Evidence different(List<Difference> differences) {
        return new Evidence(
                said(differences, Difference::declared),
                said(differences, Difference::observed),
                Optional.empty(),
                Optional.empty(),
                differences,
                0);
    }

    static Evidence status(String expected, String status, Optional<String> message) {
        return new Evidence(expected, status, Optional.of(status), message, List.of(), 0);
    }

    static Evidence unread(String why, int hidden) {
        return new Evidence("readable", "not read", Optional.empty(), Optional.of(why), List.of(), hidden);
    }

    private static String said(List<Difference> differences, Function<Difference, String> value) {
        return differences.stream()
                .map(it -> it.attribute() + ": " + value.apply(it))
                .collect(Collectors.joining(", "));
    }
}
