package dev.linkspan.audit.notify;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.report.ReportWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences that a message and a mail share. */
final class NewsWords {

    private NewsWords() {}

    /** The counts in a line. It holds no word of Atlas or a spec, so that it may stand anywhere. */
    static String headline(News news) {
        if (news.hindrance().isPresent()) {
            return "Linkspan audit: nothing could be read";
        }
        var parts = new ArrayList<String>();
        if (!news.unread().isEmpty()) {
            parts.add(news.unread().size() + " could not be read");
        }
        if (!news.found().isEmpty()) {
            parts.add(news.found().size() + " " + foundWord(news) + " (" + severities(news) + ")");
        }
        if (!news.resolved().isEmpty()) {
            parts.add(news.resolved().size() + " resolved");
        }
        return "Linkspan audit: " + String.join(", ", parts);
    }

    /** Nothing is called new that was held against nothing. */
    static String foundWord(News news) {
        if (!news.isCompared()) {
            return "found";
        }
        boolean isAnyGraver =
                news.found().stream().flatMap(it -> it.standing().stream()).anyMatch(it -> it.isGraver());
        return isAnyGraver ? "new or graver" : "new";
    }

    private static String severities(News news) {
        return Arrays.stream(Severity.values())
                .filter(it -> news.found(it) > 0)
                .map(it -> news.found(it) + " " + plural(it, news.found(it)))
                .collect(Collectors.joining(", "));
    }

    private static String plural(Severity severity, int number) {
        return severity.word() + (number == 1 ? "" : "s");
    }

    /** How the audit ended, a sentence each. */
    static List<String> verdict(AuditReport report) {
        return List.of(ReportWords.verdict(report), report.coverage().line(report.scope()));
    }

    /** Atlas's name of the project that a finding is in, untrusted. */
    static Optional<String> project(AuditReport report, ReportedFinding finding) {
        return finding.kind().isAboutRules()
                ? Optional.empty()
                : ReportWords.name(report, finding.address().project());
    }

    /** What to do about it, untrusted; texts for a spec are left to the report. */
    static Optional<String> remedy(ReportedFinding finding) {
        var advice = finding.advice();
        if (advice.snippet().isPresent()) {
            return Optional.of("To do: see the report, which has a text for a spec.");
        }
        return Optional.of(advice.remedy()).filter(it -> !it.isEmpty()).map(it -> "To do: " + it);
    }

    /** What did not fit. */
    static String more(int number) {
        return "and " + number + " more, in the report";
    }
}
