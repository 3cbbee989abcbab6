package dev.linkspan.dsl;

import dev.linkspan.dsl.Drafts.Said;
import dev.linkspan.dsl.Drafts.ServiceDraft;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Regions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands in {@code aws}. */
final class AwsBlock implements AwsWords {

    private final ServiceDraft draft;
    private final Places places;

    AwsBlock(ServiceDraft draft, Places places) {
        this.draft = Objects.requireNonNull(draft, "draft");
        this.places = Objects.requireNonNull(places, "places");
    }

    @Override
    public void remoteRegions(List<Argument<String>> regions) {
        var parsed = regions.stream()
                .flatMap(each -> each.as(it -> Regions.parse(CloudProvider.AWS, it)).stream())
                .toList();
        draft.remoteRegions.add(new Said<>(parsed, places.here()));
    }

    @Override
    public void endpoint(Argument<String> id, Optional<Body> body) {
        draft.endpoint(id.as(EndpointId::aws), Optional.of(EndpointAttributes.NONE), places.here(), body);
    }

    @Override
    public void protect() {
        draft.isProtected = true;
    }
}
