package dev.linkspan.atlas.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Hears of every request that went out. Called from many threads. What it gets holds no credential and no body. */
@FunctionalInterface
public interface RequestLog {

    /** For those who do not care. */
    RequestLog NONE = line -> {};

    void requested(Line line);

    /**
     * One attempt at one request. A digest challenge or a fetched token on the way is part of the attempt.
     *
     * @param path with its query
     * @param attempt 1 for the first
     * @param status empty when no answer came
     * @param failure why no answer came
     */
    record Line(String verb, String path, int attempt, Duration took, OptionalInt status, Optional<String> failure) {}
}
