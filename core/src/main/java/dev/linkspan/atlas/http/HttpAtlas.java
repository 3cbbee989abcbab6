package dev.linkspan.atlas.http;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProblem.Kind;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Cluster;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectEvent;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceId;
import dev.linkspan.model.ServiceKey;
import dev.linkspan.text.Untrusted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Atlas over HTTP. To be closed: an open connection holds up the end of the process. */
public final class HttpAtlas implements Atlas, AutoCloseable {

    private final AtlasApi api;
    private final ApiVersion version;
    private final JdkClient wire;

    private HttpAtlas(AtlasApi api, ApiVersion version, JdkClient wire) {
        this.api = api;
        this.version = version;
        this.wire = wire;
    }

    /** Makes no call yet: wrong credentials or a wrong address show with the first one. */
    public static HttpAtlas connect(AtlasSettings settings) {
        var wire = new JdkClient(settings.baseUrl(), settings.timeouts());
        return new HttpAtlas(new Wiring(settings, wire).api(), settings.apiVersion(), wire);
    }

    @Override
    public List<AtlasProject> projects() {
        return paged("the projects", api::projects);
    }

    @Override
    public List<Cluster> clusters(ProjectId project) {
        return paged("the clusters of project " + project, page -> api.clusters(project.value(), page));
    }

    @Override
    public List<ProjectEvent> events(ProjectId project, SortedSet<String> types, Instant since) {
        return present(() -> api.events(
                        project.value(),
                        types,
                        since.truncatedTo(ChronoUnit.SECONDS).toString()))
                .seen();
    }

    @Override
    public List<ObservedService> services(ProjectId project, CloudProvider provider) {
        var answer = present(() -> api.services(project.value(), provider.name()));
        return read(
                "the " + provider + " services of project " + project,
                false,
                () -> answer.stream()
                        .filter(Objects::nonNull)
                        .map(it -> it.seen(provider))
                        .toList());
    }

    @Override
    public Optional<ObservedService> service(ProjectId project, CloudProvider provider, ServiceId service) {
        return found(() -> api.service(project.value(), provider.name(), service.value()))
                .map(it -> read(named(service), false, () -> it.seen(provider)));
    }

    @Override
    public Optional<ObservedEndpoint> endpoint(ProjectId project, ServiceId service, EndpointId endpoint) {
        return found(() -> api.endpoint(project.value(), endpoint.provider().name(), service.value(), endpoint.value()))
                .map(it -> it.seen(endpoint));
    }

    @Override
    public boolean regionalMode(ProjectId project) {
        var answer = present(() -> api.regionalMode(project.value()));
        return read(
                "regional mode of project " + project,
                false,
                () -> Optional.ofNullable(answer.enabled())
                        .orElseThrow(() -> new Refusal("regional-mode-unsaid", "'enabled' is missing", "")));
    }

    @Override
    public ObservedService createService(ProjectId project, ServiceKey key, Optional<SortedSet<Region>> remoteRegions) {
        var remotes = remoteRegions.filter(it -> !it.isEmpty()).map(HttpAtlas::names);
        remotes.ifPresent(it -> requireV2("remote regions", "remoteRegions"));
        if (key.isPortMapped()) {
            requireV2("port mapping", "portMapped()");
        }
        var provider = key.provider();
        // The spellings that Atlas is known to take: the cloud's on AWS, its own on the others.
        String name = provider == CloudProvider.AWS
                ? key.region().cloudName()
                : key.region().atlasName();
        var wanted = new Wire.NewService(provider.name(), name, key.isPortMapped() ? true : null, remotes.orElse(null));
        var answer = present(() -> api.createService(project.value(), wanted));
        return read("the new service in " + key, true, () -> answer.at(key).seen(provider));
    }

    @Override
    public ObservedService updateRemoteRegions(ProjectId project, ServiceId service, SortedSet<Region> remoteRegions) {
        requireV2("remote regions", "remoteRegions");
        var update = new Wire.ServiceUpdate(CloudProvider.AWS.name(), names(remoteRegions));
        var answer = present(() -> api.updateService(project.value(), service.value(), update));
        return read(named(service), true, () -> answer.seen(CloudProvider.AWS));
    }

    @Override
    public boolean deleteService(ProjectId project, CloudProvider provider, ServiceId service) {
        return done(() -> api.deleteService(project.value(), provider.name(), service.value()));
    }

    @Override
    public ObservedEndpoint createEndpoint(
            ProjectId project, ServiceId service, EndpointId endpoint, EndpointAttributes attributes) {
        var wanted = Wire.NewEndpoint.of(endpoint, attributes);
        return present(() ->
                        api.createEndpoint(project.value(), endpoint.provider().name(), service.value(), wanted))
                .seen(endpoint);
    }

    @Override
    public boolean deleteEndpoint(ProjectId project, ServiceId service, EndpointId endpoint) {
        return done(() ->
                api.deleteEndpoint(project.value(), endpoint.provider().name(), service.value(), endpoint.value()));
    }

    @Override
    public void setRegionalMode(ProjectId project, boolean enabled) {
        present(() -> {
            api.setRegionalMode(project.value(), new Wire.RegionalMode(enabled));
            return enabled;
        });
    }

    @Override
    public void close() {
        wire.close();
    }

    private void requireV2(String what, String word) {
        if (version == ApiVersion.V1) {
            throw new AtlasProblem(
                    Kind.INVALID,
                    "API v1.0 has no " + what,
                    Optional.empty(),
                    "Leave --api-version out, or remove " + word + " from the spec.",
                    false,
                    null);
        }
    }

    private static List<String> names(SortedSet<Region> regions) {
        return regions.stream().map(Region::atlasName).toList();
    }

    private static String named(ServiceId service) {
        return "service " + service;
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (Absent e) {
            return Optional.empty();
        }
    }

    private static boolean done(Runnable call) {
        return found(() -> {
                    call.run();
                    return true;
                })
                .isPresent();
    }

    private static <T> T present(Supplier<T> call) {
        try {
            return call.get();
        } catch (Absent e) {
            throw e.problem();
        }
    }

    /** A list that grows while it is read may show one thing on two pages, or none that is new. */
    private static <T> List<T> paged(String what, IntFunction<? extends Wire.Page<T>> call) {
        Set<T> found = new LinkedHashSet<>();
        for (int page = 1; ; page++) {
            int number = page;
            var answer = present(() -> call.apply(number));
            var shown = read("page " + number + " of " + what, false, answer::seen);
            boolean isNew = found.addAll(shown);
            if (!isNew || shown.size() < AtlasApi.PAGE_SIZE || answer.isLast(found.size())) {
                return List.copyOf(found);
            }
        }
    }

    private static <T> T read(String what, boolean isWrite, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal e) {
            throw new AtlasProblem(
                    Kind.UNREADABLE,
                    "Atlas's answer about " + what + " cannot be used: " + Untrusted.oneLine(e.summary(), 200),
                    Optional.empty(),
                    Trouble.remedy(Kind.UNREADABLE, 200, ""),
                    isWrite,
                    e);
        }
    }
}
