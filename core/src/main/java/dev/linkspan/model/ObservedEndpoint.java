package dev.linkspan.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An endpoint as Atlas shows it.
 *
 * @param isDeleteRequested whether Atlas has been asked to remove it
 * @param errorMessage Atlas's own words, untrusted; present means failure whatever the status says
 * @param connectionName Azure: Atlas's name of the connection, once there is one; untrusted
 * @param rules Google Cloud: its forwarding rules, each with a status of its own, by their names
 */
public record ObservedEndpoint(
        EndpointId id,
        EndpointAttributes attributes,
        ConnectionStatus status,
        boolean isDeleteRequested,
        Optional<String> errorMessage,
        Optional<String> connectionName,
        List<Rule> rules) {

    private static final int MOST_NAMED = 5;

    public ObservedEndpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(status, "status");
        errorMessage = errorMessage.filter(it -> !it.isBlank());
        Objects.requireNonNull(connectionName, "connectionName");
        rules = rules.stream().sorted(Comparator.comparing(Rule::name)).toList();
    }

    /** One of which no more is known, or wanted, than all clouds show. */
    public ObservedEndpoint(
            EndpointId id,
            EndpointAttributes attributes,
            ConnectionStatus status,
            boolean isDeleteRequested,
            Optional<String> errorMessage) {
        this(id, attributes, status, isDeleteRequested, errorMessage, Optional.empty(), List.of());
    }

    /**
     * A forwarding rule on Google Cloud; all texts are Atlas's, untrusted.
     *
     * @param ip empty where Atlas shows none
     * @param attachment what it leads to; only API v1.0 shows that
     */
    public record Rule(String name, Optional<String> ip, ConnectionStatus status, Optional<String> attachment) {
        public Rule {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(ip, "ip");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(attachment, "attachment");
        }
    }

    /**
     * The status's health, but leaving once a removal was asked for, and failed once Atlas reports an error or shows that a
     * forwarding rule has failed.
     */
    public Health health() {
        if (isDeleteRequested || status.health() == Health.LEAVING) {
            return Health.LEAVING;
        }
        return failure().isPresent() ? Health.FAILED : status.health();
    }

    /** What went wrong, beyond the status: Atlas's own words, or which forwarding rules have failed; untrusted. */
    public Optional<String> failure() {
        return errorMessage.or(this::failedRules);
    }

    /** That all have failed is no news of an endpoint that has. */
    private Optional<String> failedRules() {
        var failed = rules.stream()
                .filter(it -> it.status().health() == Health.FAILED)
                .map(Rule::name)
                .toList();
        boolean isNews = !failed.isEmpty() && (failed.size() < rules.size() || status.health() != Health.FAILED);
        return isNews
                ? Optional.of("forwarding rules that have failed, " + failed.size() + " of " + rules.size() + ": "
                        + failed.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (failed.size() > MOST_NAMED ? " and others" : ""))
                : Optional.empty();
    }
}
