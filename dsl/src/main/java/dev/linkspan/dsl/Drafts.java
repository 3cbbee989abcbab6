package dev.linkspan.dsl;

import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Region;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What specs said, each with its place, before it is joined and checked as a whole. What lacks its reference or region, since
 * that was refused, is checked too and then left out.
 */
final class Drafts {

    private Drafts() {}

    /** A value and where it stands. */
    record Said<T>(T value, SourceRef source) {}

    /** A {@code project} block. */
    static final class ProjectDraft {
        final Optional<ProjectRef> ref;
        final SourceRef source;
        final List<Said<Boolean>> regionalMode = new ArrayList<>();
        final List<Said<UnmanagedPolicy>> unmanaged = new ArrayList<>();
        final List<ServiceDraft> services = new ArrayList<>();
        boolean isProtected;

        ProjectDraft(Optional<ProjectRef> ref, SourceRef source) {
            this.ref = ref;
            this.source = source;
        }
    }

    /** An {@code aws}, {@code azure} or {@code gcp} block. */
    static final class ServiceDraft {
        final CloudProvider provider;
        final Optional<Region> region;
        final SourceRef source;
        final List<Said<List<Region>>> remoteRegions = new ArrayList<>();
        final List<DeclaredEndpoint> endpoints = new ArrayList<>();
        boolean isPortMapped;
        boolean isProtected;

        ServiceDraft(CloudProvider provider, Optional<Region> region, SourceRef source) {
            this.provider = provider;
            this.region = region;
            this.source = source;
        }

        /** Takes an endpoint in, when all of it is as it must be; its block is read in any case. */
        void endpoint(
                Optional<EndpointId> id,
                Optional<EndpointAttributes> attributes,
                SourceRef source,
                Optional<Body> body) {
            var block = new EndpointBlock();
            body.ifPresent(it -> it.fill(block));
            id.ifPresent(known -> attributes.ifPresent(
                    it -> endpoints.add(new DeclaredEndpoint(known, it, block.isProtected(), source))));
        }
    }
}
