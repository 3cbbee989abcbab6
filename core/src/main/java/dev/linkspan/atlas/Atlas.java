package dev.linkspan.atlas;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * MongoDB Atlas, as far as private endpoints go: those and the clusters that they lead to. Safe for use by many threads.
 *
 * <p>What does no harm when sent twice (reads, updates, deletes) is repeated inside on passing faults. A create is repeated
 * only when Atlas refused it for want of rate (429). A write that may or may not have been carried out in the end is an
 * {@link AtlasProblem} whose {@link AtlasProblem#isAmbiguous()} is true, and the caller looks before it writes again.
 *
 * <p>A thing that is not there is an empty answer, never a problem; a project that is not there is a problem.
 *
 * @see AtlasProblem every call may throw it
 */
public interface Atlas {

    /** All projects the credentials can see. One call for each 500 projects. */
    List<AtlasProject> projects();

    /** All clusters of a project, in Atlas's order. One call for each 500 clusters. API v1.0 may leave out those on several clouds. */
    List<Cluster> clusters(ProjectId project);

    /**
     * What was done in a project, newest first, the newest 500 at most. One call. Needs the role Project Read Only.
     *
     * @param types Atlas's names of what is asked for
     * @param since nothing older
     */
    List<ProjectEvent> events(ProjectId project, SortedSet<String> types, Instant since);

    /** The services of one cloud, with the ids of their endpoints but not the endpoints' statuses. One call. */
    List<ObservedService> services(ProjectId project, CloudProvider provider);

    /** One service; empty when Atlas does not have it. One call. */
    Optional<ObservedService> service(ProjectId project, CloudProvider provider, ServiceId service);

    /** One endpoint with its status; empty when Atlas does not have it. One call. */
    Optional<ObservedEndpoint> endpoint(ProjectId project, ServiceId service, EndpointId endpoint);

    /** Whether regional mode is on. One call. */
    boolean regionalMode(ProjectId project);

    /**
     * Asks for a service. It is usually INITIATING in the answer and takes minutes.
     *
     * @param remoteRegions AWS only; empty to say nothing about them
     */
    ObservedService createService(ProjectId project, ServiceKey key, Optional<SortedSet<Region>> remoteRegions);

    /** Sets the remote regions of an AWS service to exactly these. Sending it twice does no harm. */
    ObservedService updateRemoteRegions(ProjectId project, ServiceId service, SortedSet<Region> remoteRegions);

    /** Asks for a service's removal; false when there was nothing to remove. It goes through DELETING. */
    boolean deleteService(ProjectId project, CloudProvider provider, ServiceId service);

    /** Tells Atlas of an endpoint that exists in the user's network. */
    ObservedEndpoint createEndpoint(
            ProjectId project, ServiceId service, EndpointId endpoint, EndpointAttributes attributes);

    /** Asks for an endpoint's removal; false when there was nothing to remove. It goes through DELETING. */
    boolean deleteEndpoint(ProjectId project, ServiceId service, EndpointId endpoint);

    /** Switches regional mode. Sending it twice does no harm. */
    void setRegionalMode(ProjectId project, boolean enabled);
}
