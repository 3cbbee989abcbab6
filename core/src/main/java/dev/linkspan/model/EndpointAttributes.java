package dev.linkspan.model;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What Atlas knows of an endpoint besides its id; nothing on AWS. The factories refuse what cannot be, for declared
 * ones; the constructor takes what Atlas shows.
 *
 * @param ip Azure, and Google Cloud with port mapping: its private address
 * @param gcpProject Google Cloud: the project it lives in
 * @param addresses Google Cloud without port mapping: the private address of each forwarding rule, by the rule's name
 */
public record EndpointAttributes(
        Optional<String> ip, Optional<String> gcpProject, SortedMap<String, String> addresses) {

    /** On AWS. */
    public static final EndpointAttributes NONE =
            new EndpointAttributes(Optional.empty(), Optional.empty(), Collections.emptySortedMap());

    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    /** As Google Cloud names projects, with or without the domain of an organization. */
    private static final Pattern GCP_PROJECT = Pattern.compile("([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]");

    public EndpointAttributes {
        Objects.requireNonNull(ip, "ip");
        Objects.requireNonNull(gcpProject, "gcpProject");
        addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
    }

    /** Whether nothing that Atlas shows of an endpoint contradicts these; what it does not show, or these leave out, cannot. */
    public boolean agreesWith(EndpointAttributes shown) {
        return contradictedBy(shown).isEmpty();
    }

    /** The names, as specs say them, of those that Atlas shows otherwise. */
    public SortedSet<String> contradictedBy(EndpointAttributes shown) {
        var others = shown.values();
        var names = new TreeSet<String>();
        values().forEach((name, value) -> {
            if (others.containsKey(name) && !value.equals(others.get(name))) {
                names.add(name);
            }
        });
        return names;
    }

    /** Those that there are, by the names that specs have for them. */
    public SortedMap<String, String> values() {
        var values = new TreeMap<String, String>();
        ip.ifPresent(it -> values.put("ip", it));
        gcpProject.ifPresent(it -> values.put("gcpProject", it));
        if (!addresses.isEmpty()) {
            values.put("endpoints", addresses.toString());
        }
        return values;
    }

    /** @throws Refusal when it is no IPv4 address */
    public static EndpointAttributes azure(String ip) {
        return new EndpointAttributes(Optional.of(address(ip)), Optional.empty(), Collections.emptySortedMap());
    }

    /** @throws Refusal when it is no project or no IPv4 address */
    public static EndpointAttributes portMapped(String gcpProject, String ip) {
        return new EndpointAttributes(
                Optional.of(address(ip)), Optional.of(project(gcpProject)), Collections.emptySortedMap());
    }

    /** @throws Refusal when it is no project, or there is no rule, or one of them has no name or no IPv4 address */
    public static EndpointAttributes group(String gcpProject, SortedMap<String, String> addresses) {
        if (addresses.isEmpty()) {
            throw new Refusal(
                    "endpoint-group-without-endpoints",
                    "An endpoint group has at least one endpoint",
                    "Write one for each service attachment: endpoints: ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'].");
        }
        addresses.forEach((name, ip) -> {
            EndpointId.gcp(name);
            address(ip);
        });
        return new EndpointAttributes(Optional.empty(), Optional.of(project(gcpProject)), addresses);
    }

    /**
     * Reads a private address.
     *
     * @throws Refusal when it is no IPv4 address
     */
    public static String address(String text) {
        if (text == null || !IPV4.matcher(text).matches()) {
            throw new Refusal("malformed-ip", "'" + text + "' is not an IPv4 address", "Example: 10.0.3.4.");
        }
        return text;
    }

    /**
     * Reads the id of a Google Cloud project.
     *
     * @throws Refusal for any other text
     */
    public static String project(String text) {
        if (text == null || !GCP_PROJECT.matcher(text).matches()) {
            throw new Refusal(
                    "malformed-gcp-project",
                    "'" + text + "' is not the id of a Google Cloud project",
                    "It has 6 to 30 lower-case letters, digits and hyphens, for example acme-net.");
        }
        return text;
    }
}
