package dev.linkspan.atlas.http;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProblem.Kind;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceId;
import dev.linkspan.text.Untrusted;
import feign.Client;
import feign.Feign;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        var redaction = new Redaction();
        redaction.hide(settings.credentials().secret());
        var faults = new Faults(redaction, false);
        var world = settings.surroundings();
        var limit = new RateLimit(world.clock());
        var lanes = new Lanes(signing(settings, wire, redaction), settings.lanes(), limit, world.sleeper(), faults);
        var api = feign(settings, repeating(settings, lanes, faults, false), faults)
                .requestInterceptor(
                        it -> it.header("Accept", settings.apiVersion().mediaType()))
                .requestInterceptor(it -> {
                    if (it.body() != null) {
                        it.removeHeader("Content-Type");
                        it.header("Content-Type", settings.apiVersion().mediaType());
                    }
                })
                .target(
                        AtlasApi.class,
                        settings.baseUrl() + settings.apiVersion().path());
        return new HttpAtlas(api, settings.apiVersion(), wire);
    }

    private static Client signing(AtlasSettings settings, JdkClient wire, Redaction redaction) {
        return settings.credentials()
                .match(
                        key -> new DigestClient(
                                wire, key, settings.surroundings().random()),
                        account -> new BearerClient(wire, tokens(settings, account, wire, redaction)),
                        token -> new BearerClient(wire, TokenSource.fixed(token.secret())));
    }

    private static TokenSource tokens(
            AtlasSettings settings, Credentials.ServiceAccount account, JdkClient wire, Redaction redaction) {
        var faults = new Faults(redaction, true);
        var api = feign(settings, repeating(settings, wire, faults, true), faults)
                .target(TokenApi.class, settings.baseUrl().toString());
        return new FetchedToken(api, account, settings.surroundings().clock(), redaction);
    }

    private static Client repeating(AtlasSettings settings, Client next, Faults faults, boolean mayRepeatPosts) {
        var world = settings.surroundings();
        var patience = new Patience(world.clock(), world.random(), mayRepeatPosts);
        return new Repeats(next, patience, world.clock(), world.sleeper(), faults, settings.log());
    }

    private static Feign.Builder feign(AtlasSettings settings, Client client, Faults faults) {
        return Feign.builder()
                .client(client)
                .retryer(Retryer.NEVER_RETRY)
                .encoder(new JacksonEncoder(Json.MAPPER))
                .decoder(new JacksonDecoder(Json.MAPPER))
                .errorDecoder(faults)
                .responseInterceptor(faults)
                .requestInterceptor(it -> it.header("User-Agent", settings.userAgent()));
    }

    @Override
    public List<AtlasProject> projects() {
        Set<AtlasProject> found = new LinkedHashSet<>();
        for (int page = 1; ; page++) {
            int number = page;
            var answer = present(() -> api.projects(number));
            var results =
                    Stream.ofNullable(answer.results()).flatMap(List::stream).toList();
            boolean isNew = read(
                    "a page of projects",
                    false,
                    () -> found.addAll(results.stream()
                            .map(it -> new AtlasProject(
                                    new ProjectId(it.id()),
                                    Optional.ofNullable(it.name()).orElse("")))
                            .toList()));
            boolean isComplete = answer.totalCount() != null && found.size() >= answer.totalCount();
            if (results.size() < AtlasApi.PAGE_SIZE || isComplete || !isNew) {
                return List.copyOf(new ArrayList<>(found));
            }
        }
    }

    @Override
    public List<ObservedService> services(ProjectId project, CloudProvider provider) {
        var answer = present(() -> api.services(project.value(), provider.name()));
        return read(
                "the " + provider + " services of project " + project,
                false,
                () -> answer.stream().map(it -> it.seen(provider)).toList());
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
    public ObservedService createService(ProjectId project, Region region, Optional<SortedSet<Region>> remoteRegions) {
        remoteRegions.ifPresent(it -> requireRemoteRegions());
        var provider = region.provider();
        // The spellings that Atlas is known to take: the cloud's on AWS, its own on the others.
        String name = provider == CloudProvider.AWS ? region.cloudName() : region.atlasName();
        var wanted = new Wire.NewService(
                provider.name(), name, remoteRegions.map(HttpAtlas::names).orElse(null));
        var answer = present(() -> api.createService(project.value(), wanted));
        return read(
                "the new service in " + region, true, () -> answer.in(region).seen(provider));
    }

    @Override
    public ObservedService updateRemoteRegions(ProjectId project, ServiceId service, SortedSet<Region> remoteRegions) {
        requireRemoteRegions();
        var update = new Wire.ServiceUpdate(CloudProvider.AWS.name(), names(remoteRegions));
        var answer = present(() -> api.updateService(project.value(), service.value(), update));
        return read(named(service), true, () -> answer.seen(CloudProvider.AWS));
    }

    @Override
    public boolean deleteService(ProjectId project, CloudProvider provider, ServiceId service) {
        return done(() -> api.deleteService(project.value(), provider.name(), service.value()));
    }

    /** @throws IllegalArgumentException for an endpoint that is not on AWS */
    @Override
    public ObservedEndpoint createEndpoint(ProjectId project, ServiceId service, EndpointId endpoint) {
        if (endpoint.provider() != CloudProvider.AWS) {
            throw new IllegalArgumentException("only endpoints on AWS are known by their id alone: " + endpoint);
        }
        var wanted = new Wire.NewEndpoint(endpoint.value());
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

    private void requireRemoteRegions() {
        if (version == ApiVersion.V1) {
            throw new AtlasProblem(
                    Kind.INVALID,
                    "API v1.0 has no remote regions",
                    Optional.empty(),
                    "Leave --api-version out, or remove remoteRegions from the spec.",
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
