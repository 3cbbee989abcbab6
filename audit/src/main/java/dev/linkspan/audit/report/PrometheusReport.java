package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Coverage;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.Standing;
import dev.linkspan.audit.State;
import dev.linkspan.audit.Verdict;
import dev.linkspan.model.Region;
import dev.linkspan.text.Untrusted;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * For dashboards and alerts, in Prometheus's text format, such as the textfile collector of node_exporter reads. What may be asked for is
 * there with a 0, so that an alert has something to compare with. docs/audit.md has the names.
 */
public final class PrometheusReport implements ReportFormat {

    private static final String PREFIX = "linkspan_audit_";
    private static final int LONGEST_LABEL = 200;

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        var metrics = MetricSnapshots.builder();
        metrics.metricSnapshot(findings(report));
        metrics.metricSnapshot(one(
                "findings_suppressed",
                "Findings that rules suppress.",
                report.counts().suppressed()));
        metrics.metricSnapshot(
                one("ignored", "Things that unmanaged 'ignore' leaves out of the report.", report.ignored()));
        metrics.metricSnapshot(coverage(
                "declared",
                "Things that specs declare; without specs, that there are.",
                report.coverage(),
                Coverage.Share::declared));
        metrics.metricSnapshot(coverage(
                "looked_at", "Of them, those that were looked at.", report.coverage(), Coverage.Share::looked));
        metrics.metricSnapshot(states(
                "services",
                "Endpoint services by where and how they are.",
                report.tally().services()));
        metrics.metricSnapshot(states(
                "endpoints",
                "Private endpoints by where and how they are.",
                report.tally().endpoints()));
        metrics.metricSnapshot(verdict(report.verdict()));
        report.at()
                .ifPresent(it -> metrics.metricSnapshot(one(
                        "timestamp_seconds", "When Atlas was read, in seconds of Unix time.", it.getEpochSecond())));
        report.memory().ifPresent(it -> metrics.metricSnapshot(standings(report, it)));
        var bytes = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(bytes, metrics.build());
        out.append(bytes.toString(StandardCharsets.UTF_8));
    }

    private static GaugeSnapshot findings(AuditReport report) {
        var points = new TreeMap<Labels, Double>();
        for (var kind : Finding.Kind.values()) {
            for (var severity : Severity.values()) {
                points.put(Labels.of("kind", kind.word(), "severity", severity.word()), (double)
                        report.counts().of(kind, severity));
            }
        }
        return gauge("findings", "Findings that count, by kind and severity.", points);
    }

    private static GaugeSnapshot standings(AuditReport report, Memory memory) {
        var points = new TreeMap<Labels, Double>();
        for (var standing : Standing.Kind.values()) {
            points.put(Labels.of("standing", standing.word()), (double)
                    report.counts().of(standing));
        }
        points.put(Labels.of("standing", "resolved"), (double) memory.resolved().size());
        return gauge("standing", "Findings against earlier audits.", points);
    }

    private static GaugeSnapshot coverage(
            String name, String help, Coverage coverage, ToIntFunction<Coverage.Share> number) {
        return gauge(
                name,
                help,
                Map.of(
                        Labels.of("thing", "project"), (double) number.applyAsInt(coverage.projects()),
                        Labels.of("thing", "service"), (double) number.applyAsInt(coverage.services()),
                        Labels.of("thing", "endpoint"), (double) number.applyAsInt(coverage.endpoints())));
    }

    private static GaugeSnapshot states(String name, String help, SortedMap<Region, Map<State, Integer>> tally) {
        var points = new TreeMap<Labels, Double>();
        tally.forEach((region, states) -> {
            for (var state : State.values()) {
                var labels = Labels.of(
                        "provider", region.provider().word(),
                        "region", Untrusted.oneLine(region.cloudName(), LONGEST_LABEL),
                        "state", state.word());
                points.merge(labels, (double) states.getOrDefault(state, 0), Double::sum);
            }
        });
        return gauge(name, help, points);
    }

    private static GaugeSnapshot verdict(Verdict verdict) {
        var points = new TreeMap<Labels, Double>();
        for (var it : Verdict.values()) {
            points.put(Labels.of("verdict", it.word()), it == verdict ? 1.0 : 0.0);
        }
        return gauge("verdict", "What the audit comes to: 1 for what it is, 0 for what it is not.", points);
    }

    private static GaugeSnapshot one(String name, String help, double value) {
        return gauge(name, help, Map.of(Labels.EMPTY, value));
    }

    private static GaugeSnapshot gauge(String name, String help, Map<Labels, Double> points) {
        return new GaugeSnapshot(
                new MetricMetadata(PREFIX + name, help),
                points.entrySet().stream()
                        .map(it -> new GaugeDataPointSnapshot(it.getValue(), it.getKey(), null))
                        .toList());
    }
}
