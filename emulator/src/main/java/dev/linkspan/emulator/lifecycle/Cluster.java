package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.ClusterState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A cluster and what happened to the endpoints in its regions. After each change it is UPDATING for a while; its connection
 * strings show what was there when it was last IDLE. Guarded by its project.
 */
final class Cluster {

    private static final List<String> UNDER_WAY = List.of("CREATING", "UPDATING", "REPAIRING");

    private final ClusterState made;
    private final Duration update;
    private final Instant start;
    private final List<ConnectedEndpoint> atStart;
    private final List<Change> changes = new ArrayList<>();
    private Instant followed;

    /** Since when these are the endpoints in the cluster's regions. */
    private record Change(Instant at, List<ConnectedEndpoint> endpoints) {}

    /** Stands there from this moment on, having taken up what is there, unless it is at something. */
    Cluster(ClusterState made, Collection<Service> services, Instant now, Duration update) {
        this.made = made;
        this.update = update;
        this.start = now;
        this.followed = now;
        var there = connected(services, now);
        this.atStart = isUnderWay() ? List.of() : there;
        if (isUnderWay()) {
            changes.add(new Change(now, there));
        }
    }

    String name() {
        return made.name();
    }

    /** Notes what has become of endpoints since the last time. To be called before any of them is let go of. */
    void follow(Collection<Service> services, Instant now) {
        // The moment of the last time counts once more: what happened right after it happened in the same moment.
        var moments = new TreeSet<Instant>(List.of(followed, now));
        services.stream()
                .filter(this::concerns)
                .flatMap(service -> service.turns().stream())
                .filter(turn -> turn.isAfter(followed) && turn.isBefore(now))
                .forEach(moments::add);
        moments.forEach(moment -> note(moment, connected(services, moment)));
        followed = now;
    }

    private void note(Instant moment, List<ConnectedEndpoint> there) {
        if (!made.isDedicated() || there.equals(latest())) {
            return;
        }
        changes.removeIf(change -> change.at().equals(moment));
        changes.add(new Change(moment, there));
    }

    private List<ConnectedEndpoint> latest() {
        return changes.isEmpty() ? atStart : changes.get(changes.size() - 1).endpoints();
    }

    /** Whether it has been deleted by now. */
    boolean isOver(Instant now) {
        return made.state().equals(Course.DELETING)
                && !made.hangs()
                && !start.plus(update).isAfter(now);
    }

    ClusterView at(Instant now) {
        if (made.isPaused() || !isUnderWay() && !made.state().equals("IDLE")) {
            return new ClusterView(made, atStart);
        }
        return new ClusterView(made.inState(state(now)), taken(now));
    }

    private String state(Instant now) {
        if (changes.isEmpty() || !made.hangs() && !until(changes.size() - 1).isAfter(now)) {
            return "IDLE";
        }
        return changes.size() == 1 && isUnderWay() ? made.state() : "UPDATING";
    }

    /** What was there when it was last IDLE. */
    private List<ConnectedEndpoint> taken(Instant now) {
        var taken = atStart;
        for (int index = 0; index < changes.size() && !made.hangs(); index++) {
            Instant next = index + 1 < changes.size() ? changes.get(index + 1).at() : now;
            if (!until(index).isAfter(next)) {
                taken = changes.get(index).endpoints();
            }
        }
        return taken;
    }

    private Instant until(int change) {
        return changes.get(change).at().plus(update);
    }

    private boolean isUnderWay() {
        return UNDER_WAY.contains(made.state());
    }

    private boolean concerns(Service service) {
        return made.regions().contains(service.place());
    }

    private List<ConnectedEndpoint> connected(Collection<Service> services, Instant moment) {
        return made.isDedicated()
                ? services.stream()
                        .filter(this::concerns)
                        .flatMap(service -> service.connected(moment).stream())
                        .toList()
                : List.of();
    }
}
