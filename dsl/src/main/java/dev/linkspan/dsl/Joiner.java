package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.dsl.Drafts.ProjectDraft;
import dev.linkspan.dsl.Drafts.Said;
import dev.linkspan.dsl.Drafts.ServiceDraft;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceKey;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins what all files said into one declaration: a project may be spread, all else stands once. */
final class Joiner {

    private final List<Diagnostic> faults = new ArrayList<>();
    private final Map<Identity, SourceRef> endpoints = new HashMap<>();

    Declaration join(List<ProjectDraft> drafts) {
        Map<ProjectRef, List<ProjectDraft>> parts = new LinkedHashMap<>();
        for (var draft : drafts) {
            draft.ref.ifPresentOrElse(
                    it -> parts.computeIfAbsent(it, none -> new ArrayList<>()).add(draft),
                    () -> services(draft.services));
        }
        List<DeclaredProject> projects = new ArrayList<>();
        parts.forEach((ref, them) -> projects.add(project(ref, them)));
        projects.forEach(it -> faults.addAll(Cautions.about(it)));
        return Declaration.of(projects);
    }

    List<Diagnostic> faults() {
        return faults;
    }

    private DeclaredProject project(ProjectRef ref, List<ProjectDraft> parts) {
        var regionalMode = once(
                "regionalMode",
                parts.stream().flatMap(it -> it.regionalMode.stream()).toList());
        var unmanaged = once(
                "unmanaged", parts.stream().flatMap(it -> it.unmanaged.stream()).toList());
        return new DeclaredProject(
                ref,
                regionalMode,
                unmanaged.orElse(UnmanagedPolicy.REPORT),
                parts.stream().anyMatch(it -> it.isProtected),
                services(parts.stream().flatMap(it -> it.services.stream()).toList()),
                parts.get(0).source);
    }

    private SortedMap<ServiceKey, DeclaredService> services(List<ServiceDraft> drafts) {
        var services = new TreeMap<ServiceKey, DeclaredService>();
        for (var draft : drafts) {
            var own = endpoints(draft);
            var remotes = remotes(draft);
            draft.region.ifPresent(it -> add(services, service(draft, it, own, remotes)));
        }
        return services;
    }

    private void add(Map<ServiceKey, DeclaredService> into, DeclaredService service) {
        var first = into.putIfAbsent(service.key(), service);
        if (first != null) {
            var provider = service.key().provider();
            faults.add(duplicate(
                    "duplicate-service",
                    "The " + (service.key().isPortMapped() ? "port-mapped service" : "service") + " of "
                            + provider.title() + " region '" + service.region()
                            + "' is declared twice in this project",
                    provider == CloudProvider.GCP
                            ? "Keep one block and put all of it there; a second block in the region is for the other architecture,"
                                    + " with portMapped() in one of them."
                            : "Keep one block and put all its endpoints there.",
                    service.source(),
                    first.source()));
        }
    }

    private DeclaredService service(
            ServiceDraft draft,
            Region region,
            SortedMap<EndpointId, DeclaredEndpoint> own,
            Optional<Said<SortedSet<Region>>> remotes) {
        var key = new ServiceKey(region, draft.isPortMapped);
        try {
            return new DeclaredService(key, remotes.map(Said::value), draft.isProtected, own, draft.source);
        } catch (Refusal e) {
            faults.add(Diagnostic.error(
                    e.id(), e.summary(), e.remedy(), remotes.map(Said::source).orElse(draft.source)));
            return new DeclaredService(key, Optional.empty(), draft.isProtected, own, draft.source);
        }
    }

    private Optional<Said<SortedSet<Region>>> remotes(ServiceDraft draft) {
        return once("remoteRegions", draft.remoteRegions).map(it -> {
            var place = draft.remoteRegions.get(0).source();
            return new Said<>(distinct(it, place), place);
        });
    }

    /** The endpoints of a service that stand nowhere else and fit it. */
    private SortedMap<EndpointId, DeclaredEndpoint> endpoints(ServiceDraft draft) {
        var own = new TreeMap<EndpointId, DeclaredEndpoint>();
        for (var endpoint : draft.endpoints) {
            var first = Optional.ofNullable(own.get(endpoint.id()))
                    .map(DeclaredEndpoint::source)
                    .or(() -> elsewhere(draft, endpoint));
            if (first.isEmpty()) {
                own.put(endpoint.id(), endpoint);
            } else {
                faults.add(duplicate(
                        "duplicate-endpoint",
                        "The " + draft.provider.title() + " endpoint '" + endpoint.id() + "' is declared twice",
                        "An endpoint belongs to one service of one project. Remove one of the two.",
                        endpoint.source(),
                        first.get()));
            }
        }
        if (draft.provider == CloudProvider.GCP) {
            faults.addAll(Architecture.faults(draft, own.values()));
        }
        return own;
    }

    /** Where another service has the same endpoint. */
    private Optional<SourceRef> elsewhere(ServiceDraft draft, DeclaredEndpoint endpoint) {
        return Identity.of(draft, endpoint).map(it -> endpoints.putIfAbsent(it, endpoint.source()));
    }

    /**
     * What tells an endpoint from all others of its cloud. Ids on AWS and Azure do; on Google Cloud forwarding rules have
     * the project and region besides, and a group's name is no more than a label of its service.
     */
    private record Identity(EndpointId id, Optional<String> gcpProject, Optional<Region> region) {

        static Optional<Identity> of(ServiceDraft draft, DeclaredEndpoint endpoint) {
            if (draft.provider != CloudProvider.GCP) {
                return Optional.of(new Identity(endpoint.id(), Optional.empty(), Optional.empty()));
            }
            boolean isRule = endpoint.attributes().ip().isPresent() && draft.region.isPresent();
            return isRule
                    ? Optional.of(
                            new Identity(endpoint.id(), endpoint.attributes().gcpProject(), draft.region))
                    : Optional.empty();
        }
    }

    private SortedSet<Region> distinct(List<Region> regions, SourceRef place) {
        var distinct = new TreeSet<Region>();
        for (var region : regions) {
            if (!distinct.add(region)) {
                faults.add(Diagnostic.error(
                        "duplicate-remote-region",
                        "remoteRegions names '" + region + "' twice",
                        "Remove one of them; us-east-1 and US_EAST_1 are two spellings of the same region.",
                        place));
            }
        }
        return distinct;
    }

    private <T> Optional<T> once(String word, List<Said<T>> said) {
        said.stream()
                .skip(1)
                .forEach(it -> faults.add(duplicate(
                        "duplicate-option",
                        "'" + word + "' stands twice for the same "
                                + (word.equals("remoteRegions") ? "service" : "project"),
                        "Keep one of the two.",
                        it.source(),
                        said.get(0).source())));
        return said.stream().findFirst().map(Said::value);
    }

    private static Diagnostic duplicate(String id, String summary, String remedy, SourceRef at, SourceRef first) {
        return Diagnostic.error(id, summary, remedy, at).relatedTo("first declared here", first);
    }
}
