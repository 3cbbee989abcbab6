package dev.linkspan.audit.service;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.ReportDraft;
import dev.linkspan.audit.Words;
import dev.linkspan.audit.history.SharedRuns;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectName;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The steps of one audit that workers share. Each may be begun again after a worker died in the middle of it, and then does what is
 * left to do.
 */
final class SharedAudit {

    static final String BEGIN = "begin";
    static final String SHARE = "share";
    static final String REPORT = "report";

    /** Small enough that a dead worker's share is soon made up for, large enough that handing in costs little. */
    private static final int PROJECTS_PER_SHARE = 25;

    /** An audit that is open for longer is closed with what there is. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Subject subject;
    private final Desk desk;
    private final SharedRuns runs;
    private final Clock clock;
    private final ServiceLog log;

    SharedAudit(Subject subject, Desk desk, SharedRuns runs, Clock clock, ServiceLog log) {
        this.subject = subject;
        this.desk = desk;
        this.runs = runs;
        this.clock = clock;
        this.log = log;
    }

    /** Has a step done by whichever worker is free; one that waits already is not doubled. */
    @FunctionalInterface
    interface Tasks {
        void schedule(String task, String instance);
    }

    /** Cuts an audit into shares, unless the one before is still open. */
    void begin(String run, Tasks tasks) {
        for (var other : runs.open()) {
            boolean isOverdue = Duration.between(other.begun(), clock.instant()).compareTo(LONGEST) > 0;
            if (isOverdue) {
                log.told("The audit " + other.run() + " is closed with what there is: it took too long.");
                tasks.schedule(REPORT, other.run());
            } else if (!other.run().equals(run)) {
                log.told("No audit is begun at " + run + ": that of " + other.run() + " is still open.");
                return;
            }
        }
        if (!runs.begin(run, clock.instant())) {
            return;
        }
        if (!runs.open(run).filter(SharedRuns.Open::isCut).isPresent()) {
            cut(run);
        }
        var missing = runs.missing(run);
        missing.forEach(it -> tasks.schedule(SHARE, run + "#" + it));
        if (missing.isEmpty()) {
            tasks.schedule(REPORT, run);
        }
    }

    private void cut(String run) {
        try {
            var projects = subject.projects().stream().distinct().sorted().toList();
            var shares = new ArrayList<String>();
            for (int from = 0; from < projects.size(); from += PROJECTS_PER_SHARE) {
                int to = Math.min(projects.size(), from + PROJECTS_PER_SHARE);
                shares.add(ShareText.of(projects.subList(from, to)));
            }
            runs.cut(run, shares, Optional.empty());
            log.told("The audit " + run + " begins: " + Words.count(projects.size(), "project", "projects") + " in "
                    + Words.count(shares.size(), "share", "shares") + ".");
        } catch (AtlasProblem problem) {
            log.told("The projects cannot be listed: " + problem.getMessage());
            runs.cut(run, List.of(), Optional.of(problem.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this worker ends", e);
        }
    }

    /** @param instance the run, and after {@code #} the number of the share */
    void workOn(String instance, Tasks tasks) {
        String run = instance.substring(0, instance.lastIndexOf('#'));
        int number = Integer.parseInt(instance.substring(instance.lastIndexOf('#') + 1));
        var share = runs.share(run, number);
        if (share.isPresent()) {
            var results = audited(ShareText.projects(share.get()));
            runs.handIn(
                    run, number, results.stream().map(ProjectAuditJson::text).toList());
        }
        if (runs.open(run).isPresent() && runs.missing(run).isEmpty()) {
            tasks.schedule(REPORT, run);
        }
    }

    /** Some projects' failing must not stop the rest: a fault of our own makes a project one that could not be seen. */
    private List<ProjectAudit> audited(Collection<String> projects) {
        try {
            var audits = new ArrayList<ProjectAudit>();
            subject.audit(projects, audits::add);
            return audits;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this worker ends", e);
        } catch (RuntimeException fault) {
            if (projects.size() > 1) {
                return projects.stream()
                        .flatMap(it -> audited(List.of(it)).stream())
                        .toList();
            }
            return projects.stream()
                    .map(it -> unseen(it, "Linkspan itself is at fault: " + fault))
                    .toList();
        }
    }

    void report(String run) {
        var open = runs.open(run);
        if (open.isEmpty()) {
            return;
        }
        var draft = new ReportDraft(subject.scope());
        var results = new HandedIn(draft);
        runs.results(run, results::take);
        results.tellUnreadable();
        for (int number : runs.missing(run)) {
            runs.share(run, number).map(ShareText::projects).stream()
                    .flatMap(List::stream)
                    .forEach(it -> draft.add(unseen(it, "no worker has looked at it in time")));
        }
        runs.fault(run)
                .ifPresent(it -> draft.unseen(new BlindSpot(
                        Address.of(new ProjectName(BlindSpot.ALL_PROJECTS)), it, "The next audit tries again.")));
        desk.receive(draft.report().at(open.get().begun()), run, open.get().begun())
                .forEach(runs::post);
        runs.close(run, clock.instant());
        log.told("The audit " + run + " is done.");
    }

    private ProjectAudit unseen(String project, String why) {
        return ProjectAudit.unseen(new BlindSpot(
                Address.of(subject.ref(project)), why, "The next audit tries again; look at the log of the service."));
    }

    /** Whether the database answers. */
    boolean canSeeRuns() {
        try {
            runs.open();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
