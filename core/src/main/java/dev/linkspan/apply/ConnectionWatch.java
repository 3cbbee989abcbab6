package dev.linkspan.apply;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.connect.Connections;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Cluster;
import dev.linkspan.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Watches clusters take up endpoints that have become ready, until their connection strings are final or the longest wait is
 * over. A look at a project is one call for each 500 of its clusters, however many endpoints are watched.
 */
final class ConnectionWatch {

    private final Atlas atlas;
    private final Executor lanes;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Patience patience;
    private final Cancellation cancellation;
    private final Consumer<ApplyEvent> watcher;
    private final Map<WatchedProject, ApplyEvent.Connecting> told = new HashMap<>();
    private final Instant start;

    ConnectionWatch(
            Atlas atlas,
            Executor lanes,
            Clock clock,
            Sleeper sleeper,
            Patience patience,
            Cancellation cancellation,
            Consumer<ApplyEvent> watcher) {
        this.atlas = atlas;
        this.lanes = lanes;
        this.clock = clock;
        this.sleeper = sleeper;
        this.patience = patience;
        this.cancellation = cancellation;
        this.watcher = watcher;
        this.start = clock.instant();
    }

    Connections toTheEnd(Arrivals arrivals) {
        var projects = arrivals.byProject().entrySet().stream()
                .map(it -> new WatchedProject(it.getKey(), it.getValue(), arrivals.ready()))
                .toList();
        for (int looks = 0; isWorthALook(projects, looks); looks++) {
            if (looks > 0) {
                sleep(patience.connectionStrings().pace().before(looks));
            }
            look(projects.stream().filter(WatchedProject::isOpen).toList());
        }
        var unread = new TreeSet<BlindSpot>();
        projects.forEach(it -> it.blindSpot().ifPresent(unread::add));
        return new Connections(
                projects.stream().flatMap(it -> it.paths().stream()).toList(), unread);
    }

    private boolean isWorthALook(List<WatchedProject> projects, int looks) {
        boolean isInTime =
                looks == 0 || since().compareTo(patience.connectionStrings().limit()) < 0;
        return isInTime && !cancellation.isRequested() && projects.stream().anyMatch(WatchedProject::isOpen);
    }

    /** The last look comes at the end of the longest wait, which may just have passed. */
    private void sleep(Duration pause) {
        var left = patience.connectionStrings().limit().minus(since());
        if (left.isNegative() || !cancellation.asleep()) {
            return;
        }
        try {
            sleeper.sleep(pause.compareTo(left) < 0 ? pause : left);
        } catch (InterruptedException e) {
            cancellation.request();
        } finally {
            cancellation.awake();
        }
    }

    /** All projects at once; what their answers mean is worked out on this thread. */
    private void look(List<WatchedProject> projects) {
        var answers = projects.stream()
                .map(it -> CompletableFuture.supplyAsync(() -> ask(it), lanes))
                .toList();
        answers.forEach(it -> join(it).run());
        projects.forEach(this::tell);
    }

    private Runnable ask(WatchedProject project) {
        if (cancellation.isRequested()) {
            return () -> {};
        }
        try {
            List<Cluster> clusters = atlas.clusters(project.id());
            return () -> project.seen(clusters);
        } catch (AtlasProblem problem) {
            return () -> project.unseen(problem);
        }
    }

    /** A fault of our own comes out as itself, not wrapped. */
    private static Runnable join(CompletableFuture<Runnable> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            if (e.getCause() instanceof Error own) {
                throw own;
            }
            throw e;
        }
    }

    /** What is new, or was not told for a while. */
    private void tell(WatchedProject project) {
        var event = new ApplyEvent.Connecting(project.id(), project.awaited(), since());
        var before = told.get(project);
        boolean isNews = before == null
                || !before.clusters().equals(event.clusters())
                || event.since().minus(before.since()).compareTo(patience.heartbeat()) >= 0;
        if (project.isOpen() && isNews && !event.clusters().isEmpty()) {
            told.put(project, event);
            watcher.accept(event);
        }
    }

    private Duration since() {
        return Duration.between(start, clock.instant());
    }
}
