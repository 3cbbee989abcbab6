package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import dev.linkspan.emulator.lifecycle.ClusterView;
import dev.linkspan.emulator.lifecycle.Project;
import dev.linkspan.emulator.lifecycle.World;
import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.Regions;
import dev.linkspan.emulator.state.ServiceState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All operations that the emulated Atlas has, and what each of them does. */
final class Routes {

    private static final Set<ApiVersion> BOTH = Set.of(ApiVersion.V1, ApiVersion.V2);
    private static final String SERVICES = "/groups/{group}/privateEndpoint/{cloud}/endpointService";
    private static final String SERVICE = SERVICES + "/{service}";
    private static final String ENDPOINT = SERVICE + "/endpoint/{endpoint}";
    private static final String NEW_SERVICE = "/groups/{group}/privateEndpoint/endpointService";
    private static final String CLUSTERS = "/groups/{group}/clusters";
    private static final String EVENTS = "/groups/{group}/events";
    private static final String[] CLUSTER_QUERIES = Page.queriesAnd("includeDeletedWithRetainedBackups");
    private static final String REGIONAL_MODE = "/groups/{group}/privateEndpoint/regionalMode";

    private final World world;
    private final String baseUrl;
    private final List<Route> all;

    Routes(World world, String baseUrl) {
        this.world = world;
        this.baseUrl = baseUrl;
        this.all = List.of(
                route("GET", "/groups", "ApiAtlasGroupsResource::getAllGroups", this::projects, Page.QUERIES),
                route("GET", "/groups/byName/{name}", "ApiAtlasGroupsResource::getGroupByName", this::projectByName),
                route("GET", "/groups/{group}", "ApiAtlasGroupsResource::getGroup", this::project),
                pe("GET", REGIONAL_MODE, "getRegionalizedPrivateLinkEnabled", this::regionalMode),
                pe("PATCH", REGIONAL_MODE, "updateRegionalizedPrivateLinkEnabled", this::setRegionalMode),
                pe("POST", NEW_SERVICE, "addEndpointService", this::createService),
                new Route(
                        "PATCH",
                        NEW_SERVICE + "/{service}",
                        Set.of(ApiVersion.V2),
                        ResourceVersions.FIRST_ONLY,
                        "ApiAtlasPrivateEndpointResource::modifyEndpointService",
                        List.of(),
                        this::updateService),
                pe("GET", SERVICES, "getEndpointServices", this::services),
                pe("GET", SERVICE, "getEndPointService", this::service),
                pe("DELETE", SERVICE, "deleteEndpointService", this::deleteService),
                pe("POST", SERVICE + "/endpoint", "addEndpoint", this::createEndpoint),
                pe("GET", ENDPOINT, "getEndpoint", this::endpoint),
                pe("DELETE", ENDPOINT, "deleteEndpoint", this::deleteEndpoint),
                route("GET", EVENTS, "ApiAtlasEventsResource::getAllEventsForGroup", this::events, Events.QUERIES),
                clusters(CLUSTERS, "getAllClusters", this::clusters, CLUSTER_QUERIES),
                clusters(CLUSTERS + "/{cluster}", "getCluster", this::cluster));
    }

    List<Route> all() {
        return all;
    }

    private static Route pe(String method, String pattern, String javaMethod, Route.Action action) {
        return route(method, pattern, "ApiAtlasPrivateEndpointResource::" + javaMethod, action);
    }

    private static Route route(
            String method, String pattern, String javaMethod, Route.Action action, String... queries) {
        return new Route(method, pattern, BOTH, ResourceVersions.FIRST_ONLY, javaMethod, List.of(queries), action);
    }

    private static Route clusters(String pattern, String javaMethod, Route.Action action, String... queries) {
        return new Route(
                "GET",
                pattern,
                BOTH,
                ResourceVersions.CLUSTERS,
                "ApiAtlasClustersResource::" + javaMethod,
                List.of(queries),
                action);
    }

    private Answer projects(Route.Call call) {
        return new Page(call.request())
                .of(
                        List.copyOf(world.projects()),
                        baseUrl,
                        project -> Shapes.project(project, call.version(), baseUrl));
    }

    private Answer projectByName(Route.Call call) {
        return Answer.of(200, Shapes.project(world.named(call.variable("name")), call.version(), baseUrl));
    }

    private Answer project(Route.Call call) {
        return Answer.of(200, Shapes.project(projectOf(call), call.version(), baseUrl));
    }

    private Answer regionalMode(Route.Call call) {
        return Answer.of(200, Json.object().put("enabled", projectOf(call).regionalMode()));
    }

    private Answer setRegionalMode(Route.Call call) {
        Project project = projectOf(call);
        boolean enabled = Body.of(call.request(), "enabled").flag("enabled");
        project.setRegionalMode(enabled);
        happened(call, "REGIONALIZED_PRIVATE_ENDPOINT_MODE_" + (enabled ? "ENABLED" : "DISABLED"), Optional.empty());
        return Answer.of(202, Json.object().put("enabled", enabled));
    }

    private Answer services(Route.Call call) {
        return Answer.of(200, shapes(call).services(projectOf(call).services(cloudOf(call))));
    }

    private Answer service(Route.Call call) {
        return Answer.of(200, shapes(call).service(serviceOf(call)));
    }

    private Answer createService(Route.Call call) {
        Project project = projectOf(call);
        Body body = call.version() == ApiVersion.V2
                ? Body.of(call.request(), "providerName", "region", "portMappingEnabled", "supportedRemoteRegions")
                : Body.of(call.request(), "providerName", "region");
        String provider = body.text("providerName");
        Cloud cloud = Cloud.named(provider).orElseThrow(() -> noProvider(provider));
        String given = body.text("region");
        String region = Regions.atlasName(cloud, given)
                .orElseThrow(() -> new AtlasRefusal(
                        400, "INVALID_REGION", "No region " + given + " exists for provider " + cloud + ".", given));
        Optional<List<String>> remoteRegions = body.texts("supportedRemoteRegions");
        boolean isPortMapped = body.optionalFlag("portMappingEnabled").orElse(false);
        if (cloud != Cloud.AWS && remoteRegions.isPresent() || cloud != Cloud.GCP && isPortMapped) {
            throw unsupported(cloud);
        }
        ServiceState created = project.createService(cloud, region, isPortMapped, remoteRegions);
        happened(call, "ENDPOINT_SERVICE_CREATED", Optional.empty());
        return Answer.of(201, shapes(call).service(created));
    }

    private Answer updateService(Route.Call call) {
        Project project = projectOf(call);
        Body body = Body.of(call.request(), "cloudProvider", "supportedRemoteRegions");
        if (!body.text("cloudProvider").equals("AWS")) {
            throw unsupported(
                    Cloud.named(body.text("cloudProvider")).orElseThrow(() -> noProvider(body.text("cloudProvider"))));
        }
        String id = serviceId(call);
        ServiceState service = body.has("supportedRemoteRegions")
                ? project.updateRemoteRegions(id, body.texts("supportedRemoteRegions"))
                : project.service(Cloud.AWS, id);
        return Answer.of(200, shapes(call).service(service));
    }

    private Answer deleteService(Route.Call call) {
        projectOf(call).deleteService(cloudOf(call), serviceId(call));
        happened(call, "ENDPOINT_SERVICE_DELETED", Optional.empty());
        return Answer.of(202, Json.object());
    }

    private Answer createEndpoint(Route.Call call) {
        Project project = projectOf(call);
        ServiceState service = serviceOf(call);
        int rules = service.portMapped() ? 1 : project.gcpAttachments();
        var wanted = EndpointRequest.read(call.request(), service.cloud(), service.portMapped(), rules);
        var created = project.createEndpoint(service.cloud(), serviceId(call), wanted);
        happened(call, "INTERFACE_ENDPOINT_CREATED", Optional.of(created.id()));
        return Answer.of(201, shapes(call).endpoint(service, created));
    }

    private Answer endpoint(Route.Call call) {
        ServiceState service = serviceOf(call);
        EndpointRequest.checkId(service.cloud(), call.variable("endpoint"));
        var endpoint = projectOf(call).endpoint(service.cloud(), serviceId(call), call.variable("endpoint"));
        return Answer.of(200, shapes(call).endpoint(service, endpoint));
    }

    private Answer deleteEndpoint(Route.Call call) {
        Cloud cloud = cloudOf(call);
        EndpointRequest.checkId(cloud, call.variable("endpoint"));
        projectOf(call).deleteEndpoint(cloud, serviceId(call), call.variable("endpoint"));
        happened(call, "INTERFACE_ENDPOINT_DELETED", Optional.of(call.variable("endpoint")));
        return Answer.of(202, Json.object());
    }

    private Answer events(Route.Call call) {
        return new Events(
                        call.request(),
                        projectOf(call),
                        baseUrl + call.version().prefix())
                .page(baseUrl);
    }

    private void happened(Route.Call call, String type, Optional<String> endpoint) {
        projectOf(call).happened(type, call.caller().name(), endpoint);
    }

    private Answer clusters(Route.Call call) {
        call.request().flag("includeDeletedWithRetainedBackups", false);
        ClusterShapes shapes = clusterShapes(call);
        List<ClusterView> shown =
                projectOf(call).clusters().stream().filter(shapes::canShow).toList();
        return new Page(call.request()).of(shown, baseUrl, shapes::cluster);
    }

    private Answer cluster(Route.Call call) {
        return Answer.of(200, clusterShapes(call).cluster(projectOf(call).cluster(call.variable("cluster"))));
    }

    private ClusterShapes clusterShapes(Route.Call call) {
        return new ClusterShapes(
                call.resourceVersion(),
                projectOf(call),
                baseUrl + call.version().prefix());
    }

    private Shapes shapes(Route.Call call) {
        return new Shapes(call.version(), projectOf(call));
    }

    private Project projectOf(Route.Call call) {
        return world.project(call.variable("group"));
    }

    private ServiceState serviceOf(Route.Call call) {
        return projectOf(call).service(cloudOf(call), serviceId(call));
    }

    private static Cloud cloudOf(Route.Call call) {
        return Cloud.named(call.variable("cloud")).orElseThrow(() -> noProvider(call.variable("cloud")));
    }

    private static String serviceId(Route.Call call) {
        String id = call.variable("service");
        if (!id.matches("[a-f0-9]{24}")) {
            throw new AtlasRefusal(
                    400,
                    "PATH_PARAM_PARSE_ERROR",
                    "A path parameter could not be read in " + call.request().path() + ".",
                    call.request().path());
        }
        return id;
    }

    private static AtlasRefusal noProvider(String name) {
        return new AtlasRefusal(400, "INVALID_PROVIDER", "No provider " + name + " exists.", name);
    }

    private static AtlasRefusal unsupported(Cloud cloud) {
        return new AtlasRefusal(
                400, "PROVIDER_UNSUPPORTED", "The provider " + cloud + " is not supported here.", cloud.name());
    }
}
