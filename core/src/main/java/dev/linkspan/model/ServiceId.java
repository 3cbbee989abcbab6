package dev.linkspan.model;

/** The id that Atlas gives a private endpoint service: opaque, 24 hexadecimal digits in every recording. */
public record ServiceId(String value) implements Comparable<ServiceId> {

    public ServiceId {
        if (value == null || value.isBlank()) {
            throw new Refusal("malformed-service-id", "A service id is empty", "Example: 6a793f68c0eb9e7a17715835.");
        }
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
