package dev.linkspan.dsl;

import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceKey;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.ArrayList;
import java.util.List;

/** What specs said, each with its place, before it is joined and checked as a whole. */
final class Drafts {

    private Drafts() {}

    /** A value and where it stands. */
    record Said<T>(T value, SourceRef source) {}

    /** A {@code project} block. */
    static final class ProjectDraft {
        final ProjectRef ref;
        final SourceRef source;
        final List<Said<Boolean>> regionalMode = new ArrayList<>();
        final List<Said<UnmanagedPolicy>> unmanaged = new ArrayList<>();
        final List<ServiceDraft> services = new ArrayList<>();
        boolean isProtected;

        ProjectDraft(ProjectRef ref, SourceRef source) {
            this.ref = ref;
            this.source = source;
        }
    }

    /** An {@code aws}, {@code azure} or {@code gcp} block. */
    static final class ServiceDraft {
        final Region region;
        final SourceRef source;
        final List<Said<List<Region>>> remoteRegions = new ArrayList<>();
        final List<EndpointDraft> endpoints = new ArrayList<>();
        boolean isPortMapped;
        boolean isProtected;

        ServiceDraft(Region region, SourceRef source) {
            this.region = region;
            this.source = source;
        }

        ServiceKey key() {
            return new ServiceKey(region, isPortMapped);
        }
    }

    /** An {@code endpoint}. */
    static final class EndpointDraft {
        final EndpointId id;
        final EndpointAttributes attributes;
        final SourceRef source;
        boolean isProtected;

        EndpointDraft(EndpointId id, EndpointAttributes attributes, SourceRef source) {
            this.id = id;
            this.attributes = attributes;
            this.source = source;
        }
    }
}
