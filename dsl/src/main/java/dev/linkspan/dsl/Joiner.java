package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.dsl.Drafts.EndpointDraft;
import dev.linkspan.dsl.Drafts.ProjectDraft;
import dev.linkspan.dsl.Drafts.Said;
import dev.linkspan.dsl.Drafts.ServiceDraft;
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
    private final Map<EndpointId, SourceRef> endpoints = new HashMap<>();

    Declaration join(List<ProjectDraft> drafts) {
        Map<ProjectRef, List<ProjectDraft>> parts = new LinkedHashMap<>();
        drafts.forEach(
                it -> parts.computeIfAbsent(it.ref, none -> new ArrayList<>()).add(it));
        return Declaration.of(parts.values().stream().map(this::project).toList());
    }

    List<Diagnostic> faults() {
        return faults;
    }

    private DeclaredProject project(List<ProjectDraft> parts) {
        var first = parts.get(0);
        var regionalMode = once(
                "regionalMode",
                parts.stream().flatMap(it -> it.regionalMode.stream()).toList());
        var unmanaged = once(
                "unmanaged", parts.stream().flatMap(it -> it.unmanaged.stream()).toList());
        return new DeclaredProject(
                first.ref,
                regionalMode,
                unmanaged.orElse(UnmanagedPolicy.REPORT),
                parts.stream().anyMatch(it -> it.isProtected),
                services(parts.stream().flatMap(it -> it.services.stream()).toList()),
                first.source);
    }

    private SortedMap<ServiceKey, DeclaredService> services(List<ServiceDraft> drafts) {
        var services = new TreeMap<ServiceKey, DeclaredService>();
        for (var draft : drafts) {
            var first = services.get(draft.key());
            var service = service(draft);
            if (first == null) {
                services.put(draft.key(), service);
            } else {
                faults.add(duplicate(
                        "duplicate-service",
                        "The service of " + draft.region.provider() + " region '" + draft.key()
                                + "' is declared twice in this project",
                        "Keep one block and put all its endpoints there.",
                        draft.source,
                        first.source()));
            }
        }
        return services;
    }

    private DeclaredService service(ServiceDraft draft) {
        var remote = once("remoteRegions", draft.remoteRegions);
        var place = draft.remoteRegions.isEmpty()
                ? draft.source
                : draft.remoteRegions.get(0).source();
        var endpoints = new TreeMap<EndpointId, DeclaredEndpoint>();
        draft.endpoints.forEach(it -> add(endpoints, it));
        try {
            return new DeclaredService(
                    draft.key(), remote.map(it -> distinct(it, place)), draft.isProtected, endpoints, draft.source);
        } catch (Refusal e) {
            faults.add(Diagnostic.error(e.id(), e.summary(), e.remedy(), place));
            return new DeclaredService(draft.key(), Optional.empty(), draft.isProtected, endpoints, draft.source);
        }
    }

    private void add(Map<EndpointId, DeclaredEndpoint> into, EndpointDraft draft) {
        var first = endpoints.putIfAbsent(draft.id, draft.source);
        if (first == null) {
            into.put(draft.id, new DeclaredEndpoint(draft.id, draft.attributes, draft.isProtected, draft.source));
            return;
        }
        faults.add(duplicate(
                "duplicate-endpoint",
                "The endpoint '" + draft.id + "' is declared twice",
                "An endpoint belongs to one service of one project. Remove one of the two.",
                draft.source,
                first));
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
