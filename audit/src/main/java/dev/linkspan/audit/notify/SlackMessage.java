package dev.linkspan.audit.notify;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.document.Notation;
import dev.linkspan.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * News as a message for Slack: one text, since servers that take Slack's messages know no more of them. Slack asks for no more than 4,000
 * characters in a text.
 */
final class SlackMessage {

    private static final int LONGEST = 3_900;

    /** Room for what says how much does not fit: in each of three sections. */
    private static final int ROOM_FOR_MORE = 300;

    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_MATTER = 400;

    private final StringBuilder text = new StringBuilder();

    private SlackMessage() {}

    /** The body of the request. */
    static String json(News news) {
        return Notation.COMPACT_JSON.text(Map.of(
                "text", text(news),
                // Nobody needs a preview of what somebody wrote in Atlas.
                "unfurl_links", false,
                "unfurl_media", false));
    }

    static String text(News news) {
        var message = new SlackMessage();
        message.text.append('*').append(NewsWords.headline(news)).append("*\n");
        news.hindrance()
                .ifPresent(it -> message.text
                        .append(Mrkdwn.text(it.why() + " " + it.remedy(), LONGEST_MATTER))
                        .append('\n'));
        news.report().ifPresent(it -> message.report(news, it));
        return message.text.toString().stripTrailing();
    }

    private void report(News news, AuditReport report) {
        text.append(String.join(" ", NewsWords.verdict(report))).append('\n');
        section("Could not be read", lines(news.unread(), report));
        section(capitalized(NewsWords.foundWord(news)), lines(news.found(), report));
        section("Resolved", news.resolved().stream().map(SlackMessage::line).toList());
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> lines(List<ReportedFinding> findings, AuditReport report) {
        return findings.stream().map(it -> line(it, report)).toList();
    }

    private static String line(ReportedFinding finding, AuditReport report) {
        return line(
                        finding.severity().word(),
                        finding.kind().word(),
                        finding.address().toString(),
                        NewsWords.project(report, finding))
                + Mrkdwn.text(finding.summary(), LONGEST_MATTER)
                + NewsWords.remedy(finding)
                        .map(it -> "\n    " + Mrkdwn.text(it, LONGEST_MATTER))
                        .orElse("");
    }

    private static String line(Memory.Resolved resolved) {
        return line(resolved.severity(), resolved.kind(), resolved.address(), Optional.empty())
                + "there since "
                + Mrkdwn.code(resolved.since().toString(), LONGEST_ADDRESS);
    }

    private static String line(String severity, String kind, String address, Optional<String> project) {
        return "• " + Mrkdwn.text(severity + " " + kind, LONGEST_ADDRESS) + " "
                + Mrkdwn.code(address, LONGEST_ADDRESS)
                + project.map(it -> " (" + Mrkdwn.text(it, LONGEST_ADDRESS) + ")")
                        .orElse("") + ": ";
    }

    /** A heading and as many lines as fit; nothing where there are none. */
    private void section(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append("\n*").append(heading).append("*\n");
        var fitting = new ArrayList<String>();
        int length = text.length();
        for (var line : lines) {
            length += line.length() + 1;
            if (length > LONGEST - ROOM_FOR_MORE) {
                break;
            }
            fitting.add(line);
        }
        fitting.forEach(it -> text.append(it).append('\n'));
        if (fitting.size() < lines.size()) {
            text.append(NewsWords.more(lines.size() - fitting.size())).append('\n');
        }
    }
}
