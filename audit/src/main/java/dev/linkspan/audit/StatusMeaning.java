package dev.linkspan.audit;

import dev.linkspan.model.ConnectionStatus;
import dev.linkspan.model.ServiceStatus;
import java.util.List;
import java.util.Objects;

/**
 * What a status of Atlas's means to somebody who wants to connect.
 *
 * <p>Source: the Admin API's enums and attribute descriptions; NONE stands only in the older ones.
 *
 * @param status Atlas's word, or {@code *} for all that are not in the table
 * @param meaning a sentence
 * @param advice what to do about it, a sentence or two
 */
public record StatusMeaning(String status, String meaning, String advice) {

    private static final String NOTHING = "Nothing: it is ready.";
    private static final String WAIT = "Wait: 'linkspan wait' with the same specs waits for it.";
    private static final String ADDED_AGAIN =
            "'linkspan apply' with the same specs removes it from Atlas and adds it again, Atlas's own way to mend it.";
    private static final String CREATED_AGAIN =
            "If that is meant, remove it from the spec; else 'linkspan apply' with the same specs creates it again once it is gone.";
    private static final StatusMeaning UNKNOWN = new StatusMeaning(
            "*",
            "This version of Linkspan does not know the status, so it claims neither good nor bad.",
            "Look at it in Atlas; a newer Linkspan may know the status.");

    private static final List<StatusMeaning> SERVICES = List.of(
            new StatusMeaning(
                    "INITIATING", "Atlas is building the service, which usually takes one to five minutes.", WAIT),
            new StatusMeaning("AVAILABLE", "The service takes connections.", NOTHING),
            new StatusMeaning(
                    "WAITING_FOR_USER",
                    "The service is built and takes connection requests.",
                    "Nothing: it is ready for an endpoint in your network."),
            new StatusMeaning(
                    "FAILED",
                    "Atlas could not build the service, and waiting does not mend it.",
                    "'linkspan apply' with the same specs replaces it."),
            new StatusMeaning("DELETING", "Atlas is removing the service.", CREATED_AGAIN));

    private static final List<StatusMeaning> ENDPOINTS = List.of(
            new StatusMeaning(
                    "NONE",
                    "Atlas knows the endpoint's id, and no connection request has come from it.",
                    "Check that the endpoint exists in your network and connects to this service; then wait."),
            new StatusMeaning(
                    "INITIATING", "Atlas has the endpoint's data and has not accepted the connection yet.", WAIT),
            new StatusMeaning(
                    "PENDING_ACCEPTANCE",
                    "The endpoint's connection request has reached Atlas, which accepts it by itself.",
                    WAIT),
            new StatusMeaning("PENDING", "The request is accepted and AWS is setting the connection up.", WAIT),
            new StatusMeaning("VERIFIED", "Atlas has checked the endpoint and is connecting it.", WAIT),
            new StatusMeaning("AVAILABLE", "The endpoint is connected.", NOTHING),
            new StatusMeaning("REJECTED", "The connection was refused, and waiting does not mend it.", ADDED_AGAIN),
            new StatusMeaning(
                    "FAILED", "The connection could not be set up, and waiting does not mend it.", ADDED_AGAIN),
            new StatusMeaning("DELETING", "Atlas is removing the endpoint.", CREATED_AGAIN),
            new StatusMeaning("DELETED", "Atlas has removed the endpoint.", CREATED_AGAIN));

    public StatusMeaning {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(advice, "advice");
    }

    public static StatusMeaning of(ServiceStatus status) {
        return find(SERVICES, status.text());
    }

    public static StatusMeaning of(ConnectionStatus status) {
        return find(ENDPOINTS, status.text());
    }

    /** Every status of a service that Atlas documents, in the order of a service's life. */
    public static List<StatusMeaning> services() {
        return SERVICES;
    }

    /** Every status of an endpoint that Atlas documents, on all clouds, in the order of an endpoint's life. */
    public static List<StatusMeaning> endpoints() {
        return ENDPOINTS;
    }

    /** What stands for every status that is not in the tables. */
    public static StatusMeaning unknown() {
        return UNKNOWN;
    }

    private static StatusMeaning find(List<StatusMeaning> table, String text) {
        return table.stream().filter(it -> it.status().equals(text)).findFirst().orElse(UNKNOWN);
    }
}
