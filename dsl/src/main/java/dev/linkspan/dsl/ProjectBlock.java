package dev.linkspan.dsl;

import dev.linkspan.dsl.Drafts.ProjectDraft;
import dev.linkspan.dsl.Drafts.Said;
import dev.linkspan.dsl.Drafts.ServiceDraft;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Regions;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.Objects;
import java.util.Optional;

/** What stands in {@code project}. */
final class ProjectBlock implements ProjectWords {

    private final ProjectDraft draft;
    private final Places places;

    ProjectBlock(ProjectDraft draft, Places places) {
        this.draft = Objects.requireNonNull(draft, "draft");
        this.places = Objects.requireNonNull(places, "places");
    }

    @Override
    public void aws(String region, Optional<Body> body) {
        var service = new ServiceDraft(Regions.parse(CloudProvider.AWS, region), places.here());
        draft.services.add(service);
        body.ifPresent(it -> it.fill(new AwsBlock(service, places)));
    }

    @Override
    public void regionalMode(boolean isOn) {
        draft.regionalMode.add(new Said<>(isOn, places.here()));
    }

    @Override
    public void unmanaged(String policy) {
        draft.unmanaged.add(new Said<>(policy(policy), places.here()));
    }

    @Override
    public void protect() {
        draft.isProtected = true;
    }

    private static UnmanagedPolicy policy(String text) {
        return switch (text) {
            case "report" -> UnmanagedPolicy.REPORT;
            case "ignore" -> UnmanagedPolicy.IGNORE;
            case "delete" -> UnmanagedPolicy.DELETE;
            default ->
                throw new Refusal(
                        "unknown-policy",
                        "unmanaged knows no '" + text + "'",
                        "Write unmanaged 'report', unmanaged 'ignore' or unmanaged 'delete'.");
        };
    }
}
