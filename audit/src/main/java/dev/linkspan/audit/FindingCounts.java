package dev.linkspan.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many findings an audit has.
 *
 * @param byKind of those that count
 * @param bySeverity of those that count
 * @param suppressed that do not count
 */
public record FindingCounts(Map<Finding.Kind, Integer> byKind, Map<Severity, Integer> bySeverity, int suppressed) {

    public FindingCounts {
        byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
        bySeverity = Collections.unmodifiableMap(new EnumMap<>(bySeverity));
    }

    static FindingCounts of(Collection<ReportedFinding> findings) {
        var kinds = new EnumMap<Finding.Kind, Integer>(Finding.Kind.class);
        var severities = new EnumMap<Severity, Integer>(Severity.class);
        int suppressed = 0;
        for (var finding : findings) {
            if (finding.isSuppressed()) {
                suppressed++;
            } else {
                kinds.merge(finding.kind(), 1, Integer::sum);
                severities.merge(finding.severity(), 1, Integer::sum);
            }
        }
        return new FindingCounts(kinds, severities, suppressed);
    }

    public int of(Finding.Kind kind) {
        return byKind.getOrDefault(kind, 0);
    }

    public int of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0);
    }
}
