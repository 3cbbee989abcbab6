package dev.linkspan.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many findings an audit has.
 *
 * @param counted those that count, by kind and severity
 * @param byStanding those that count, where there is a history
 * @param suppressed those that do not count
 */
public record FindingCounts(
        Map<Finding.Kind, Map<Severity, Integer>> counted, Map<Standing.Kind, Integer> byStanding, int suppressed) {

    public FindingCounts {
        var copy = new EnumMap<Finding.Kind, Map<Severity, Integer>>(Finding.Kind.class);
        counted.forEach((kind, numbers) -> copy.put(kind, Collections.unmodifiableMap(new EnumMap<>(numbers))));
        counted = Collections.unmodifiableMap(copy);
        var standings = new EnumMap<Standing.Kind, Integer>(Standing.Kind.class);
        standings.putAll(byStanding);
        byStanding = Collections.unmodifiableMap(standings);
    }

    static FindingCounts of(Collection<ReportedFinding> findings) {
        var counted = new EnumMap<Finding.Kind, Map<Severity, Integer>>(Finding.Kind.class);
        var standings = new EnumMap<Standing.Kind, Integer>(Standing.Kind.class);
        int suppressed = 0;
        for (var finding : findings) {
            if (finding.isSuppressed()) {
                suppressed++;
            } else {
                counted.computeIfAbsent(finding.kind(), it -> new EnumMap<>(Severity.class))
                        .merge(finding.severity(), 1, Integer::sum);
                finding.standing().ifPresent(it -> standings.merge(it.kind(), 1, Integer::sum));
            }
        }
        return new FindingCounts(counted, standings, suppressed);
    }

    public int of(Finding.Kind kind) {
        return sum(counted.getOrDefault(kind, Map.of()).values());
    }

    public int of(Severity severity) {
        return sum(counted.values().stream()
                .map(it -> it.getOrDefault(severity, 0))
                .toList());
    }

    public int of(Finding.Kind kind, Severity severity) {
        return counted.getOrDefault(kind, Map.of()).getOrDefault(severity, 0);
    }

    public int of(Standing.Kind standing) {
        return byStanding.getOrDefault(standing, 0);
    }

    private static int sum(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
