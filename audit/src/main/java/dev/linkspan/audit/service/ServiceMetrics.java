package dev.linkspan.audit.service;

import dev.linkspan.audit.history.AuditRun;
import dev.linkspan.audit.history.History;
import dev.linkspan.audit.history.HistoryProblem;
import dev.linkspan.audit.history.RecordedRun;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The service's figures as Prometheus reads them. Those of the last audit come from the history, so that every worker shows the same;
 * requests are this worker's own.
 */
public final class ServiceMetrics {

    private static final int TOO_MANY_REQUESTS = 429;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final History history;
    private final String scope;
    private final MultiGauge findings;
    private final MultiGauge suppressed;
    private final MultiGauge looked;
    private final MultiGauge there;
    private final MultiGauge moments;
    private final MultiGauge durations;
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();
    private final Counter limited;
    private final AtomicInteger isAnswering = new AtomicInteger();

    /** @param scope whose last audit is shown */
    public ServiceMetrics(History history, String scope) {
        this.history = history;
        this.scope = scope;
        this.findings = gauge("linkspan.findings", "Findings of the last audit that count");
        this.suppressed = gauge("linkspan.findings.suppressed", "Findings of the last audit that rules suppress");
        this.looked = gauge("linkspan.coverage.looked", "How many the last audit looked at");
        this.there = gauge("linkspan.coverage.all", "How many there are, as far as the last audit knows");
        this.moments = gauge(
                "linkspan.audit.timestamp.seconds",
                "When the last audit ended, and the last that looked at everything");
        this.durations = gauge("linkspan.audit.duration.seconds", "How long the last audit took");
        Gauge.builder("linkspan.history.up", isAnswering, AtomicInteger::get)
                .description(
                        "Whether the history answered when it was asked last; other figures are those it gave last")
                .register(registry);
        this.limited = Counter.builder("linkspan.requests.limited")
                .description("Requests that Atlas refused for their rate (429)")
                .register(registry);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /**
     * One request to Atlas was answered, or was not.
     *
     * @param status of HTTP; empty where there was no answer
     */
    public void requested(OptionalInt status) {
        String outcome = status.isPresent() ? status.getAsInt() / 100 + "xx" : "none";
        requests.computeIfAbsent(
                        outcome,
                        it -> Counter.builder("linkspan.requests")
                                .description("Requests to Atlas by the class of their answer")
                                .tag("status", it)
                                .register(registry))
                .increment();
        if (status.orElse(0) == TOO_MANY_REQUESTS) {
            limited.increment();
        }
    }

    /** The text exposition format, with the figures of this moment; where the history does not answer, with those it gave last. */
    public String text() {
        try {
            history.runs(Optional.of(scope), Optional.empty(), 1).forEach(this::show);
            isAnswering.set(1);
        } catch (HistoryProblem problem) {
            isAnswering.set(0);
        }
        return registry.scrape();
    }

    private void show(RecordedRun run) {
        findings.register(
                run.counts().stream().map(it -> count(it, it.findings())).toList(), true);
        suppressed.register(
                run.counts().stream().map(it -> count(it, it.suppressed())).toList(), true);
        looked.register(
                shares(run.coverage())
                        .map(it -> of(it.getKey(), it.getValue().looked()))
                        .toList(),
                true);
        there.register(
                shares(run.coverage())
                        .map(it -> of(it.getKey(), it.getValue().all()))
                        .toList(),
                true);
        var complete = history.lastComplete(scope).map(RecordedRun::endedAt);
        moments.register(
                Stream.concat(
                                Stream.of(moment("any", run.endedAt())),
                                complete.stream().map(it -> moment("complete", it)))
                        .toList(),
                true);
        var took = Duration.between(run.startedAt(), run.endedAt());
        durations.register(List.of(MultiGauge.Row.of(Tags.empty(), took.toMillis() / 1000.0)), true);
    }

    private static MultiGauge.Row<Number> count(RecordedRun.Count count, int number) {
        return MultiGauge.Row.of(Tags.of("kind", count.kind(), "severity", count.severity()), number);
    }

    private static Stream<Map.Entry<String, AuditRun.Share>> shares(AuditRun.Coverage coverage) {
        return Stream.of(
                Map.entry("projects", coverage.projects()),
                Map.entry("services", coverage.services()),
                Map.entry("endpoints", coverage.endpoints()));
    }

    private static MultiGauge.Row<Number> of(String noun, int number) {
        return MultiGauge.Row.of(Tags.of("of", noun), number);
    }

    private static MultiGauge.Row<Number> moment(String which, Instant moment) {
        return MultiGauge.Row.of(Tags.of("audit", which), moment.getEpochSecond());
    }
}
