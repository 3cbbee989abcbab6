package dev.linkspan.model;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The cloud's own id of an endpoint: an AWS {@code vpce-…} id, an Azure resource id, a Google Cloud endpoint or group name.
 *
 * <p>Azure ids are compared ignoring case, as Azure Resource Manager does; the text is kept as it was written.
 */
public record EndpointId(CloudProvider provider, String value) implements Comparable<EndpointId> {

    private static final Pattern AWS_FORM = Pattern.compile("vpce-[0-9a-f]{17}");

    private static final Pattern AZURE_FORM = Pattern.compile(
            "/subscriptions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/resourceGroups/[-\\w._()]+"
                    + "/providers/Microsoft\\.Network/privateEndpoints/[-\\w._()]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GCP_FORM = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");

    public EndpointId {
        Objects.requireNonNull(provider, "provider");
        if (value == null || value.isBlank()) {
            throw new Refusal("malformed-endpoint-id", "An endpoint id is empty", "Example: vpce-0d00c26273372c6ef.");
        }
    }

    /**
     * Reads the id of an AWS interface endpoint: {@code vpce-} and 17 lower-case hexadecimal digits (Atlas OpenAPI).
     *
     * @throws Refusal for any other text
     */
    public static EndpointId aws(String text) {
        if (text == null || !AWS_FORM.matcher(text).matches()) {
            boolean isService = text != null && text.contains("vpce-svc-");
            throw malformed(
                    "'" + text
                            + (isService
                                    ? "' names an endpoint service, which is Atlas's side, and not an interface endpoint in your VPC"
                                    : "' is not the id of an AWS interface endpoint"),
                    "It is 'vpce-' and 17 hexadecimal digits, for example vpce-0d00c26273372c6ef.");
        }
        return new EndpointId(CloudProvider.AWS, text);
    }

    /**
     * Reads the resource id of an Azure private endpoint.
     *
     * @throws Refusal for any other text
     */
    public static EndpointId azure(String text) {
        if (text == null || !AZURE_FORM.matcher(text).matches()) {
            boolean isEncoded = text != null && text.toLowerCase(Locale.ROOT).startsWith("%2f");
            throw malformed(
                    "'" + text + "' is not the resource id of an Azure private endpoint",
                    (isEncoded ? "Write it with slashes in place of %2F: " : "Copy it from the portal: ")
                            + "/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers"
                            + "/Microsoft.Network/privateEndpoints/pe-app.");
        }
        return new EndpointId(CloudProvider.AZURE, text);
    }

    /**
     * Reads the name of a Google Cloud forwarding rule or endpoint group: 1 to 63 lower-case letters, digits and hyphens that
     * begin with a letter, as Google Cloud names things.
     *
     * @throws Refusal for any other text
     */
    public static EndpointId gcp(String text) {
        if (text == null || !GCP_FORM.matcher(text).matches()) {
            boolean isPath = text != null && text.contains("/");
            throw malformed(
                    "'" + text + "' is not the name of a Google Cloud endpoint",
                    isPath
                            ? "Write what follows the last slash only, for example psc-app."
                            : "It has 1 to 63 lower-case letters, digits and hyphens and begins with a letter, for example psc-app.");
        }
        return new EndpointId(CloudProvider.GCP, text);
    }

    private static Refusal malformed(String summary, String remedy) {
        return new Refusal("malformed-endpoint-id", summary, remedy);
    }

    private String key() {
        return provider == CloudProvider.AZURE ? value.toLowerCase(Locale.ROOT) : value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EndpointId that && provider == that.provider && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return Objects.hash(provider, key());
    }

    @Override
    public int compareTo(EndpointId other) {
        int byProvider = provider.compareTo(other.provider);
        return byProvider != 0 ? byProvider : key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
