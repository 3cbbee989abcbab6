package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For the test pages of CI servers, in the XML that JUnit's Ant task made common: a suite for each project, a case for each finding. What
 * counts against the verdict has failed, what could not be seen is an error, all else is skipped. A case that passes says how much was
 * looked at, so that a clean audit is not taken for one that did not run.
 */
public final class JunitReport implements ReportFormat {

    /** Jenkins and GitLab show a message on one line, and keep all of them in memory. */
    private static final int LONGEST_LINE = 4_000;

    private static final String AUDIT = "Linkspan audit";

    /** How a case ended. */
    private enum Outcome {
        FAILURE,
        ERROR,
        SKIPPED;

        static Outcome of(ReportedFinding finding, AuditReport report) {
            if (finding.kind() == Finding.Kind.NOT_SEEN) {
                return ERROR;
            }
            return finding.counts(report.failOn()) ? FAILURE : SKIPPED;
        }
    }

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            suites(xml, report);
            xml.writeEndDocument();
            line(xml, 0);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("no XML could be made of the report", e);
        }
        out.append(text.getBuffer());
    }

    private static void suites(XMLStreamWriter xml, AuditReport report) throws XMLStreamException {
        xml.writeStartElement("testsuites");
        attribute(xml, "name", AUDIT);
        counts(xml, report.findings(), report, 1);
        audit(xml, report);
        for (var project : ReportWords.grouped(report, it -> true).entrySet()) {
            suite(xml, project, report);
        }
        line(xml, 0);
        xml.writeEndElement();
    }

    private static void audit(XMLStreamWriter xml, AuditReport report) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", AUDIT);
        counts(xml, List.of(), report, 1);
        line(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "linkspan");
        attribute(xml, "name", "audit");
        attribute(xml, "time", "0");
        line(xml, 3);
        xml.writeStartElement("system-out");
        text(xml, ReportWords.totals(report));
        text(xml, List.of(ReportWords.verdict(report)));
        xml.writeEndElement();
        end(xml, 2);
        end(xml, 1);
    }

    private static void suite(XMLStreamWriter xml, Map.Entry<String, List<ReportedFinding>> project, AuditReport report)
            throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", project.getKey());
        counts(xml, project.getValue(), report, 0);
        for (var finding : project.getValue()) {
            testCase(xml, finding, Outcome.of(finding, report));
        }
        end(xml, 1);
    }

    /** @param passing how many cases there are besides the findings */
    private static void counts(XMLStreamWriter xml, List<ReportedFinding> findings, AuditReport report, int passing)
            throws XMLStreamException {
        var outcomes =
                findings.stream().collect(Collectors.groupingBy(it -> Outcome.of(it, report), Collectors.counting()));
        attribute(xml, "tests", String.valueOf(findings.size() + passing));
        attribute(xml, "failures", String.valueOf(outcomes.getOrDefault(Outcome.FAILURE, 0L)));
        attribute(xml, "errors", String.valueOf(outcomes.getOrDefault(Outcome.ERROR, 0L)));
        attribute(xml, "skipped", String.valueOf(outcomes.getOrDefault(Outcome.SKIPPED, 0L)));
        attribute(xml, "time", "0");
        if (report.at().isPresent()) {
            attribute(xml, "timestamp", report.at().get().toString());
        }
    }

    private static void testCase(XMLStreamWriter xml, ReportedFinding finding, Outcome outcome)
            throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "linkspan." + finding.address().project().value());
        attribute(xml, "name", finding.kind().word() + " " + finding.address());
        attribute(xml, "time", "0");
        if (finding.advice().source().isPresent()) {
            attribute(xml, "file", finding.advice().source().get().file());
        }
        line(xml, 3);
        switch (outcome) {
            case FAILURE -> found(xml, "failure", finding);
            case ERROR -> found(xml, "error", finding);
            case SKIPPED -> skipped(xml, finding);
        }
        end(xml, 2);
    }

    private static void found(XMLStreamWriter xml, String element, ReportedFinding finding) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "type", finding.severity().word());
        attribute(xml, "message", finding.summary());
        text(xml, ReportWords.details(finding));
        xml.writeEndElement();
    }

    private static void skipped(XMLStreamWriter xml, ReportedFinding finding) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        var why = finding.isSuppressed()
                ? String.join(" ", ReportWords.context(finding))
                : "It is a " + finding.severity().word() + ", which does not count.";
        attribute(xml, "message", finding.summary() + " " + why);
    }

    /** XML has no way to write most control characters, so that they have to be shown, not escaped. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Untrusted.oneLine(value, LONGEST_LINE));
    }

    private static void text(XMLStreamWriter xml, List<String> lines) throws XMLStreamException {
        for (var line : lines) {
            xml.writeCharacters(Untrusted.oneLine(line, LONGEST_LINE) + "\n");
        }
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        line(xml, depth);
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
