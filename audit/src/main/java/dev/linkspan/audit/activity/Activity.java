package dev.linkspan.audit.activity;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.model.ProjectEvent;
import dev.linkspan.model.ProjectId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What Atlas's activity feed knows of those who changed things. It costs one call for each project with a finding of drift, and none
 * for others. Findings without it are as true as with it, so that a refusal is told and changes nothing. Safe for use by many threads.
 */
public final class Activity {

    /** How far back is asked for: drift that is older has seldom a nightly audit that did not tell of it. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private static final Duration SILENCE = Duration.ofHours(1);

    private final Optional<Atlas> atlas;
    private final Clock clock;
    private final Consumer<AtlasProblem> refused;
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.MIN);

    private Activity(Optional<Atlas> atlas, Clock clock, Consumer<AtlasProblem> refused) {
        this.atlas = atlas;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.refused = Objects.requireNonNull(refused, "refused");
    }

    /**
     * @param refused hears, on any thread, the first reason for which some findings do not say who changed what; then nothing for an hour, so that
     *     a service tells it once for each nightly audit
     */
    public static Activity of(Atlas atlas, Clock clock, Consumer<AtlasProblem> refused) {
        return new Activity(Optional.of(atlas), clock, refused);
    }

    /** Asks for nothing. */
    public static Activity unasked() {
        return new Activity(Optional.empty(), Clock.systemUTC(), problem -> {});
    }

    /** Whether the feed may have something to say of it, so that a call is worth its cost. */
    public boolean concerns(ProjectAudit audit) {
        return atlas.isPresent()
                && audit.project() instanceof ProjectId
                && audit.findings().stream().anyMatch(Suspects::isDrift);
    }

    /** The same audit, in which findings of drift carry the events near them. */
    public ProjectAudit explained(ProjectAudit audit) {
        if (!concerns(audit)) {
            return audit;
        }
        var events = events((ProjectId) audit.project());
        return audit.mapping(it -> explained(it, events));
    }

    private List<ProjectEvent> events(ProjectId project) {
        try {
            return atlas.orElseThrow()
                    .events(project, Suspects.TYPES, clock.instant().minus(LOOK_BACK));
        } catch (AtlasProblem problem) {
            var now = clock.instant();
            var before = told.get();
            if (before.isBefore(now.minus(SILENCE)) && told.compareAndSet(before, now)) {
                refused.accept(problem);
            }
            return List.of();
        }
    }

    private static Finding explained(Finding finding, List<ProjectEvent> events) {
        return Suspects.isDrift(finding) ? finding.with(Suspects.of(finding, events)) : finding;
    }
}
