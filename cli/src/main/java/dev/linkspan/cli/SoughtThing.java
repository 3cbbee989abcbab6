package dev.linkspan.cli;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.ServiceKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A service or an endpoint as somebody names it.
 *
 * @param project empty when only an id was given
 * @param clouds where it may be
 * @param key of the service, or of the one that the endpoint hangs on; empty when only an id was given
 * @param service Atlas's id of a service; empty for an endpoint and for an address
 * @param endpoint the cloud's id; empty for a service
 */
record SoughtThing(
        Optional<ProjectRef> project,
        Set<CloudProvider> clouds,
        Optional<ServiceKey> key,
        Optional<String> service,
        Optional<EndpointId> endpoint) {

    private static final Pattern SERVICE_ID = Pattern.compile("[0-9a-f]{24}");

    /** @throws Refusal for a text that is neither an address of a service or endpoint, nor an id of one */
    static SoughtThing parse(String text) {
        if (text.contains("/") && !text.startsWith("/")) {
            return at(text, Address.parse(text));
        }
        if (SERVICE_ID.matcher(text).matches()) {
            return new SoughtThing(
                    Optional.empty(),
                    EnumSet.allOf(CloudProvider.class),
                    Optional.empty(),
                    Optional.of(text),
                    Optional.empty());
        }
        var id = text.startsWith("vpce-")
                ? EndpointId.aws(text)
                : text.startsWith("/") ? EndpointId.azure(text) : EndpointId.gcp(text);
        return new SoughtThing(
                Optional.empty(), EnumSet.of(id.provider()), Optional.empty(), Optional.empty(), Optional.of(id));
    }

    private static SoughtThing at(String text, Address address) {
        if (address.service().isEmpty()) {
            throw new Refusal(
                    "not-describable",
                    "'" + text + "' names neither a service nor an endpoint",
                    "Copy an address from a plan, for example 5e2211c17a3e5a48f5497de3/aws/us-east-1; 'linkspan list' shows all of a project.");
        }
        return new SoughtThing(
                Optional.of(address.project()),
                EnumSet.of(address.provider().orElseThrow()),
                address.service(),
                Optional.empty(),
                address.endpoint());
    }

    boolean isService() {
        return endpoint.isEmpty();
    }

    /** Whether it is this service, or may hang on it. */
    boolean fits(ObservedService seen) {
        return key.map(seen.key()::equals).orElse(true)
                && service.map(seen.id().value()::equals).orElse(true)
                && endpoint.map(seen.endpointIds()::contains).orElse(true);
    }

    /** Names on Google Cloud are unique in one of its projects only. */
    boolean isUnique() {
        return project.isPresent()
                || endpoint.filter(it -> it.provider() == CloudProvider.GCP).isEmpty();
    }
}
