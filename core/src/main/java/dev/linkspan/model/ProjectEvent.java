package dev.linkspan.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a project's activity feed: somebody did something.
 *
 * @param type Atlas's name for what was done, such as {@code INTERFACE_ENDPOINT_DELETED}; untrusted
 * @param by a person's e-mail address or the public half of an API key, untrusted; empty where Atlas names nobody
 * @param endpoint the cloud's id of the endpoint that it is about, untrusted; Atlas does not always say it
 */
public record ProjectEvent(String type, Instant at, Optional<String> by, Optional<String> endpoint) {

    public ProjectEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(endpoint, "endpoint");
    }
}
