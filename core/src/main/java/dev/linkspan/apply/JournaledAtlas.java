package dev.linkspan.apply;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Cluster;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectEvent;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceId;
import dev.linkspan.model.ServiceKey;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes down each write before it goes out, and what came of it. A write that cannot be written down does not go out. */
final class JournaledAtlas implements Atlas {

    private final Atlas atlas;
    private final Journal journal;

    JournaledAtlas(Atlas atlas, Journal journal) {
        this.atlas = atlas;
        this.journal = journal;
    }

    @Override
    public List<AtlasProject> projects() {
        return atlas.projects();
    }

    @Override
    public List<Cluster> clusters(ProjectId project) {
        return atlas.clusters(project);
    }

    @Override
    public List<ProjectEvent> events(ProjectId project, SortedSet<String> types, Instant since) {
        return atlas.events(project, types, since);
    }

    @Override
    public List<ObservedService> services(ProjectId project, CloudProvider provider) {
        return atlas.services(project, provider);
    }

    @Override
    public Optional<ObservedService> service(ProjectId project, CloudProvider provider, ServiceId service) {
        return atlas.service(project, provider, service);
    }

    @Override
    public Optional<ObservedEndpoint> endpoint(ProjectId project, ServiceId service, EndpointId endpoint) {
        return atlas.endpoint(project, service, endpoint);
    }

    @Override
    public boolean regionalMode(ProjectId project) {
        return atlas.regionalMode(project);
    }

    @Override
    public ObservedService createService(ProjectId project, ServiceKey key, Optional<SortedSet<Region>> remoteRegions) {
        var call = call("create-service", project);
        call.put("provider", key.provider());
        call.put("region", key);
        remoteRegions.ifPresent(it -> call.put("remoteRegions", it));
        return written(
                call,
                () -> atlas.createService(project, key, remoteRegions),
                it -> Map.of("service", it.id(), "status", it.status()));
    }

    @Override
    public ObservedService updateRemoteRegions(ProjectId project, ServiceId service, SortedSet<Region> remoteRegions) {
        var call = call("update-remote-regions", project);
        call.put("service", service);
        call.put("remoteRegions", remoteRegions);
        return written(
                call,
                () -> atlas.updateRemoteRegions(project, service, remoteRegions),
                it -> Map.of("status", it.status()));
    }

    @Override
    public boolean deleteService(ProjectId project, CloudProvider provider, ServiceId service) {
        var call = call("delete-service", project);
        call.put("provider", provider);
        call.put("service", service);
        return written(call, () -> atlas.deleteService(project, provider, service), it -> Map.of("wasThere", it));
    }

    @Override
    public ObservedEndpoint createEndpoint(
            ProjectId project, ServiceId service, EndpointId endpoint, EndpointAttributes attributes) {
        return written(
                endpointCall("create-endpoint", project, service, endpoint),
                () -> atlas.createEndpoint(project, service, endpoint, attributes),
                it -> Map.of("status", it.status()));
    }

    @Override
    public boolean deleteEndpoint(ProjectId project, ServiceId service, EndpointId endpoint) {
        return written(
                endpointCall("delete-endpoint", project, service, endpoint),
                () -> atlas.deleteEndpoint(project, service, endpoint),
                it -> Map.of("wasThere", it));
    }

    @Override
    public void setRegionalMode(ProjectId project, boolean enabled) {
        var call = call("set-regional-mode", project);
        call.put("enabled", enabled);
        written(
                call,
                () -> {
                    atlas.setRegionalMode(project, enabled);
                    return enabled;
                },
                it -> Map.of());
    }

    private static Map<String, Object> call(String name, ProjectId project) {
        var call = new LinkedHashMap<String, Object>();
        call.put("call", name);
        call.put("project", project);
        return call;
    }

    private static Map<String, Object> endpointCall(
            String name, ProjectId project, ServiceId service, EndpointId endpoint) {
        var call = call(name, project);
        call.put("service", service);
        call.put("endpoint", endpoint);
        return call;
    }

    private <T> T written(Map<String, Object> call, Supplier<T> write, Function<T, Map<String, ?>> outcome) {
        before(call);
        try {
            T answer = write.get();
            after("answer", call, outcome.apply(answer));
            return answer;
        } catch (AtlasProblem problem) {
            after(
                    "problem",
                    call,
                    Map.of(
                            "kind",
                            problem.kind(),
                            "ambiguous",
                            problem.isAmbiguous(),
                            "message",
                            problem.getMessage()));
            throw problem;
        }
    }

    private void before(Map<String, Object> call) {
        try {
            journal.write("call", call);
        } catch (IOException e) {
            throw new AtlasProblem(
                    AtlasProblem.Kind.NOT_SENT,
                    call.get("call") + " was not sent: the journal " + journal.path() + " cannot be written ("
                            + e.getMessage() + ")",
                    Optional.empty(),
                    "Make room for it, or name another file with --journal; then apply again.",
                    false,
                    e);
        }
    }

    /** The write is done by now: its answer counts more than the line about it. */
    private void after(String event, Map<String, Object> call, Map<String, ?> outcome) {
        var line = new LinkedHashMap<>(call);
        line.putAll(outcome);
        try {
            journal.write(event, line);
        } catch (IOException e) {
            // The next call meets the same fault before it goes out, and says so.
        }
    }
}
