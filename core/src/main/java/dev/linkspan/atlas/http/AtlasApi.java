package dev.linkspan.atlas.http;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.Collection;
import java.util.List;

/**
 * The calls of the Atlas Administration API that Linkspan makes. Both API versions have these paths; the answers' success codes
 * vary in practice (201 for 200, 202 with {@code {}} for 204), so any 2xx is success.
 *
 * <p>Ids of Azure endpoints hold slashes, which must stay encoded in a path.
 */
interface AtlasApi {

    /** The version of every call below that does not say another (Atlas OpenAPI: their only one). */
    String MEDIA_TYPE = "application/vnd.atlas.2023-01-01+json";

    /** The older versions of clusters end on 2027-07-01. */
    String CLUSTER_MEDIA_TYPE = "application/vnd.atlas.2024-08-05+json";

    /** The most that Atlas puts on one page. */
    int PAGE_SIZE = 500;

    @RequestLine("GET /groups?itemsPerPage=" + PAGE_SIZE + "&pageNum={page}")
    Wire.ProjectPage projects(@Param("page") int page);

    @RequestLine("GET /groups/{project}/clusters?itemsPerPage=" + PAGE_SIZE + "&pageNum={page}")
    @Headers("Accept: " + CLUSTER_MEDIA_TYPE)
    WireCluster.Page clusters(@Param("project") String project, @Param("page") int page);

    @RequestLine("GET /groups/{project}/events?eventType={types}&minDate={since}&includeCount=false&itemsPerPage="
            + PAGE_SIZE)
    Wire.EventPage events(
            @Param("project") String project, @Param("types") Collection<String> types, @Param("since") String since);

    @RequestLine("GET /groups/{project}/privateEndpoint/{cloud}/endpointService")
    List<Wire.Service> services(@Param("project") String project, @Param("cloud") String cloud);

    @RequestLine("GET /groups/{project}/privateEndpoint/{cloud}/endpointService/{service}")
    Wire.Service service(
            @Param("project") String project, @Param("cloud") String cloud, @Param("service") String service);

    @RequestLine(
            value = "GET /groups/{project}/privateEndpoint/{cloud}/endpointService/{service}/endpoint/{endpoint}",
            decodeSlash = false)
    Wire.Endpoint endpoint(
            @Param("project") String project,
            @Param("cloud") String cloud,
            @Param("service") String service,
            @Param("endpoint") String endpoint);

    @RequestLine("GET /groups/{project}/privateEndpoint/regionalMode")
    Wire.RegionalMode regionalMode(@Param("project") String project);

    @RequestLine("POST /groups/{project}/privateEndpoint/endpointService")
    Wire.Service createService(@Param("project") String project, Wire.NewService service);

    @RequestLine("PATCH /groups/{project}/privateEndpoint/endpointService/{service}")
    Wire.Service updateService(
            @Param("project") String project, @Param("service") String service, Wire.ServiceUpdate update);

    @RequestLine("DELETE /groups/{project}/privateEndpoint/{cloud}/endpointService/{service}")
    void deleteService(
            @Param("project") String project, @Param("cloud") String cloud, @Param("service") String service);

    @RequestLine("POST /groups/{project}/privateEndpoint/{cloud}/endpointService/{service}/endpoint")
    Wire.Endpoint createEndpoint(
            @Param("project") String project,
            @Param("cloud") String cloud,
            @Param("service") String service,
            Wire.NewEndpoint endpoint);

    @RequestLine(
            value = "DELETE /groups/{project}/privateEndpoint/{cloud}/endpointService/{service}/endpoint/{endpoint}",
            decodeSlash = false)
    void deleteEndpoint(
            @Param("project") String project,
            @Param("cloud") String cloud,
            @Param("service") String service,
            @Param("endpoint") String endpoint);

    @RequestLine("PATCH /groups/{project}/privateEndpoint/regionalMode")
    void setRegionalMode(@Param("project") String project, Wire.RegionalMode mode);
}
