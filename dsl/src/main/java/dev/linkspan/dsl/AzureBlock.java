package dev.linkspan.dsl;

import dev.linkspan.dsl.Drafts.ServiceDraft;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import java.util.Objects;
import java.util.Optional;

/** What stands in {@code azure}. */
final class AzureBlock implements AzureWords {

    private final ServiceDraft draft;
    private final Places places;

    AzureBlock(ServiceDraft draft, Places places) {
        this.draft = Objects.requireNonNull(draft, "draft");
        this.places = Objects.requireNonNull(places, "places");
    }

    @Override
    public void endpoint(Argument<String> resourceId, Argument<String> ip, Optional<Body> body) {
        var id = resourceId.as(EndpointId::azure);
        var attributes = ip.as(EndpointAttributes::azure);
        draft.endpoint(id, attributes, places.here(), body);
    }

    @Override
    public void protect() {
        draft.isProtected = true;
    }
}
