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
            throw new Refusal(
                    "malformed-endpoint-id",
                    "'" + text + "' is not the id of an AWS interface endpoint",
                    "It is 'vpce-' and 17 hexadecimal digits, for example vpce-0d00c26273372c6ef.");
        }
        return new EndpointId(CloudProvider.AWS, text);
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
