package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.dsl.Drafts.ServiceDraft;
import dev.linkspan.model.DeclaredEndpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What a Google Cloud service may have in it, with port mapping and without. */
final class Architecture {

    private Architecture() {}

    /**
     * Tells of endpoints of the other architecture, of more than one with port mapping, and that Atlas will disable the older
     * one. Those too many are taken out.
     */
    static List<Diagnostic> faults(ServiceDraft draft, Collection<DeclaredEndpoint> endpoints) {
        List<Diagnostic> faults = new ArrayList<>();
        for (var endpoint : endpoints) {
            if (isGroup(endpoint) == draft.isPortMapped) {
                faults.add(draft.isPortMapped ? groupInPortMapped(endpoint) : addressWithoutPortMapping(endpoint));
            }
        }
        if (draft.isPortMapped) {
            faults.addAll(tooMany(endpoints));
        } else {
            faults.add(deprecated(draft));
        }
        return faults;
    }

    private static boolean isGroup(DeclaredEndpoint endpoint) {
        return endpoint.attributes().ip().isEmpty();
    }

    private static Diagnostic groupInPortMapped(DeclaredEndpoint endpoint) {
        return Diagnostic.error(
                "group-in-port-mapped-service",
                "A port-mapped Google Cloud service takes one address, not the endpoint group '" + endpoint.id() + "'",
                "Write endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5'), or remove portMapped().",
                endpoint.source());
    }

    private static Diagnostic addressWithoutPortMapping(DeclaredEndpoint endpoint) {
        return Diagnostic.error(
                "endpoint-needs-port-mapping",
                "'" + endpoint.id() + "' has one address, which takes a port-mapped Google Cloud service",
                "Write portMapped() into the gcp block, or all addresses: "
                        + "endpointGroup('grp', gcpProject: 'acme-net', endpoints: ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6']).",
                endpoint.source());
    }

    private static List<Diagnostic> tooMany(Collection<DeclaredEndpoint> endpoints) {
        var inOrder = endpoints.stream()
                .sorted(Comparator.comparing(DeclaredEndpoint::source))
                .toList();
        endpoints.removeAll(inOrder.subList(Math.min(1, inOrder.size()), inOrder.size()));
        return inOrder.stream()
                .skip(1)
                .map(it -> Diagnostic.error(
                                "too-many-port-mapped-endpoints",
                                "A port-mapped Google Cloud service takes one endpoint, and '" + it.id()
                                        + "' is another",
                                "Keep one of the two.",
                                it.source())
                        .relatedTo("first declared here", inOrder.get(0).source()))
                .toList();
    }

    private static Diagnostic deprecated(ServiceDraft draft) {
        String region = draft.region.map(it -> " in " + it).orElse("");
        return Diagnostic.warning(
                "gcp-without-port-mapping",
                "Atlas disables Google Cloud services without port mapping on 2027-04-30, and so this one" + region,
                "Add a second gcp block for the region with portMapped() and one endpoint; remove this one once clients have moved. 'linkspan"
                        + " plan --migrate-gcp' with the same specs shows the way.",
                draft.source);
    }
}
