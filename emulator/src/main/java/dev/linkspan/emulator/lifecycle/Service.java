package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.ClusterRegion;
import dev.linkspan.emulator.state.EndpointState;
import dev.linkspan.emulator.state.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A service, its endpoints and what is to become of them. Guarded by its project. */
final class Service {

    private final String id;
    private final ServiceState made;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private Optional<List<String>> remoteRegions;
    private Timeline timeline;
    /** When the endpoint goes whose removal was asked for last; only then may its service go along. */
    private Optional<Instant> lastRemoval = Optional.empty();

    Service(String id, ServiceState made, Timeline timeline) {
        this.id = id;
        this.made = made;
        this.remoteRegions = made.remoteRegions();
        this.timeline = timeline;
    }

    String id() {
        return id;
    }

    Cloud cloud() {
        return made.cloud();
    }

    String region() {
        return made.region();
    }

    ClusterRegion place() {
        return new ClusterRegion(made.cloud(), made.region());
    }

    boolean isPortMapped() {
        return made.portMapped();
    }

    ServiceState at(Instant now) {
        Timeline.Phase phase = timeline.at(now);
        List<EndpointState> shown =
                endpoints.values().stream().map(endpoint -> endpoint.at(now)).toList();
        return new ServiceState(
                Optional.of(id),
                made.cloud(),
                made.region(),
                phase.status(),
                phase.errorMessage(),
                made.fate(),
                remoteRegions,
                made.portMapped(),
                shown);
    }

    /** Lets go of what is gone by now. An AWS service goes with the last endpoint that was taken from it. */
    void settle(Instant now, Duration removal) {
        endpoints.values().removeIf(endpoint -> endpoint.timeline().isOver(now));
        boolean wentEmpty = endpoints.isEmpty() && lastRemoval.isPresent();
        if (wentEmpty && made.cloud() == Cloud.AWS && !timeline.isEnding()) {
            timeline = Course.removed(timeline, lastRemoval.get(), removal);
        }
    }

    boolean isOver(Instant now) {
        return timeline.isOver(now);
    }

    /** The endpoints that are AVAILABLE at this moment. */
    List<ConnectedEndpoint> connected(Instant moment) {
        return endpoints.values().stream()
                .filter(endpoint -> !endpoint.timeline().isOver(moment))
                .filter(endpoint -> endpoint.at(moment).status().equals("AVAILABLE"))
                .map(endpoint -> new ConnectedEndpoint(place(), endpoint.id(), made.portMapped()))
                .toList();
    }

    /** The moments at which an endpoint goes on to another status. */
    List<Instant> turns() {
        return endpoints.values().stream()
                .flatMap(endpoint -> endpoint.timeline().phases().stream())
                .map(Timeline.Phase::from)
                .toList();
    }

    boolean isReady(Instant now) {
        String status = timeline.at(now).status();
        return status.equals("AVAILABLE") || status.equals("WAITING_FOR_USER");
    }

    boolean hasEndpoints() {
        return !endpoints.isEmpty();
    }

    /** How many endpoints are to stay. */
    long liveEndpoints() {
        return endpoints.values().stream()
                .filter(endpoint -> !endpoint.timeline().isEnding())
                .count();
    }

    void setRemoteRegions(Optional<List<String>> regions) {
        remoteRegions = regions;
    }

    void remove(Instant now, Duration removal) {
        if (!timeline.isEnding()) {
            timeline = Course.removed(timeline, now, removal);
        }
    }

    Optional<Endpoint> endpoint(String endpointId) {
        return Optional.ofNullable(endpoints.get(key(endpointId)));
    }

    void put(Endpoint endpoint) {
        lastRemoval = Optional.empty();
        endpoints.put(key(endpoint.id()), endpoint);
    }

    void removeEndpoint(Endpoint endpoint, Instant now, Duration removal) {
        if (!endpoint.timeline().isEnding()) {
            endpoint.follow(Course.removed(endpoint.timeline(), now, removal));
            lastRemoval = endpoint.timeline().end();
        }
    }

    boolean drop(String endpointId) {
        return endpoints.remove(key(endpointId)) != null;
    }

    /** Azure's ids mean the same in any case. */
    private String key(String endpointId) {
        return made.cloud() == Cloud.AZURE ? endpointId.toLowerCase(Locale.ROOT) : endpointId;
    }
}
