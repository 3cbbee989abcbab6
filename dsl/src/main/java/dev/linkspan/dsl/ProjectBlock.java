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
import java.util.function.Function;

/** What stands in {@code project}. */
final class ProjectBlock implements ProjectWords {

    private final ProjectDraft draft;
    private final Places places;

    ProjectBlock(ProjectDraft draft, Places places) {
        this.draft = Objects.requireNonNull(draft, "draft");
        this.places = Objects.requireNonNull(places, "places");
    }

    @Override
    public void aws(Argument<String> region, Optional<Body> body) {
        service(CloudProvider.AWS, region, body, it -> new AwsBlock(it, places));
    }

    @Override
    public void azure(Argument<String> region, Optional<Body> body) {
        service(CloudProvider.AZURE, region, body, it -> new AzureBlock(it, places));
    }

    @Override
    public void gcp(Argument<String> region, Optional<Body> body) {
        service(CloudProvider.GCP, region, body, it -> new GcpBlock(it, places));
    }

    private void service(
            CloudProvider provider, Argument<String> region, Optional<Body> body, Function<ServiceDraft, ?> block) {
        var service = new ServiceDraft(provider, region.as(it -> Regions.parse(provider, it)), places.here());
        draft.services.add(service);
        body.ifPresent(it -> it.fill(block.apply(service)));
    }

    @Override
    public void regionalMode(boolean isOn) {
        draft.regionalMode.add(new Said<>(isOn, places.here()));
    }

    @Override
    public void unmanaged(Argument<String> policy) {
        policy.as(ProjectBlock::policy).ifPresent(it -> draft.unmanaged.add(new Said<>(it, places.here())));
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
