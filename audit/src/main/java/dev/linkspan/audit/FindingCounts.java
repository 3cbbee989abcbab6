package dev.linkspan.audit;

import java.util.List;

/** How many findings of each kind an audit has. */
public record FindingCounts(int missing, int changed, int unhealthy, int unmanaged, int settling, int notSeen) {

    static FindingCounts of(List<Finding> findings) {
        return new FindingCounts(
                count(findings, Finding.Kind.MISSING),
                count(findings, Finding.Kind.CHANGED),
                count(findings, Finding.Kind.UNHEALTHY),
                count(findings, Finding.Kind.UNMANAGED),
                count(findings, Finding.Kind.SETTLING),
                count(findings, Finding.Kind.NOT_SEEN));
    }

    private static int count(List<Finding> findings, Finding.Kind kind) {
        return (int) findings.stream().filter(it -> it.kind() == kind).count();
    }
}
