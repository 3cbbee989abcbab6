package dev.linkspan.audit.notify;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.report.ReportDocument;
import dev.linkspan.document.Notation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * News as a program gets them. Its {@code format} is {@value #FORMAT}; what it has in common with a report has the same form as there. Lists
 * and texts are cut, since servers take bodies of a megabyte or so.
 */
final class NotificationDocument {

    static final String FORMAT = "linkspan.notification/1";

    static final int MOST_ENTRIES = 100;
    static final int LONGEST_TEXT = 2_000;

    private NotificationDocument() {}

    static String json(News news) {
        return Notation.JSON.text(of(news));
    }

    static Map<String, Object> of(News news) {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        document.put("id", news.id());
        document.put("at", news.at().toString());
        document.put("notifyAt", news.mildest().word());
        document.put("compared", news.isCompared());
        document.put("verdict", news.verdict().word());
        document.put("exitStatus", news.verdict().exitStatus());
        news.hindrance().ifPresent(it -> document.put("failure", Map.of("why", it.why(), "remedy", it.remedy())));
        news.report().ifPresent(it -> report(document, news, it));
        return cut(document);
    }

    private static void report(Map<String, Object> document, News news, AuditReport report) {
        document.put("scope", report.scope().word());
        document.put("coverage", ReportDocument.coverage(report.coverage()));
        document.put("counts", ReportDocument.counts(report.counts()));
        var findings =
                Stream.concat(news.unread().stream(), news.found().stream()).toList();
        list(
                document,
                "findings",
                findings.stream()
                        .map(it -> ReportDocument.finding(it, report.projectNames()))
                        .toList());
        list(
                document,
                "resolved",
                news.resolved().stream().map(ReportDocument::resolved).toList());
    }

    private static void list(Map<String, Object> document, String name, List<Map<String, Object>> entries) {
        document.put(name, entries.stream().limit(MOST_ENTRIES).toList());
        document.put(name + "LeftOut", Math.max(0, entries.size() - MOST_ENTRIES));
    }

    private static Map<String, Object> cut(Map<?, ?> members) {
        var copy = new LinkedHashMap<String, Object>();
        members.forEach((name, value) -> copy.put((String) name, cut(value)));
        return copy;
    }

    private static Object cut(Object value) {
        if (value instanceof Map<?, ?> members) {
            return cut(members);
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(NotificationDocument::cut).toList();
        }
        return value instanceof String text && text.length() > LONGEST_TEXT
                ? text.substring(0, LONGEST_TEXT - 1) + "…"
                : value;
    }
}
