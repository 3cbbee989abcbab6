package dev.linkspan.dsl;

import dev.linkspan.dsl.Drafts.ServiceDraft;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands in {@code gcp}. Which endpoints fit is known at its end only: {@code portMapped()} may stand anywhere in it. */
final class GcpBlock implements GcpWords {

    private final ServiceDraft draft;
    private final Places places;

    GcpBlock(ServiceDraft draft, Places places) {
        this.draft = Objects.requireNonNull(draft, "draft");
        this.places = Objects.requireNonNull(places, "places");
    }

    @Override
    public void portMapped() {
        draft.isPortMapped = true;
    }

    @Override
    public void endpoint(Argument<String> rule, Argument<String> gcpProject, Argument<String> ip, Optional<Body> body) {
        var id = rule.as(EndpointId::gcp);
        var project = gcpProject.as(EndpointAttributes::project);
        var address = ip.as(EndpointAttributes::address);
        var attributes = project.flatMap(it -> address.map(at -> EndpointAttributes.portMapped(it, at)));
        draft.endpoint(id, attributes, places.here(), body);
    }

    @Override
    public void endpointGroup(
            Argument<String> name,
            Argument<String> gcpProject,
            Argument<List<Argument.Pair>> endpoints,
            Optional<Body> body) {
        var id = name.as(EndpointId::gcp);
        var project = gcpProject.as(EndpointAttributes::project);
        var addresses = endpoints.as(GcpBlock::addresses).flatMap(it -> it);
        var attributes = addresses.flatMap(
                all -> project.flatMap(it -> endpoints.as(none -> EndpointAttributes.group(it, all))));
        draft.endpoint(id, attributes, places.here(), body);
    }

    @Override
    public void protect() {
        draft.isProtected = true;
    }

    /** The addresses by the names of their rules, when all of both are as they must be. */
    private static Optional<SortedMap<String, String>> addresses(List<Argument.Pair> pairs) {
        var addresses = new TreeMap<String, String>();
        for (var pair : pairs) {
            var rule = pair.name().as(EndpointId::gcp);
            var address = pair.text().as(it -> another(EndpointAttributes.address(it), addresses.values()));
            rule.ifPresent(it -> address.ifPresent(at -> addresses.put(it.value(), at)));
        }
        return addresses.size() == pairs.size() ? Optional.of(addresses) : Optional.empty();
    }

    private static String another(String address, Collection<String> others) {
        if (others.contains(address)) {
            throw new Refusal(
                    "duplicate-address",
                    "'" + address + "' is the address of two forwarding rules of one group",
                    "Each forwarding rule has an address of its own: endpoints: ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'].");
        }
        return address;
    }
}
