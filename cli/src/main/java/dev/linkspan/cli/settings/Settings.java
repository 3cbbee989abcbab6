package dev.linkspan.cli.settings;

import dev.linkspan.atlas.http.ApiVersion;
import dev.linkspan.atlas.http.Credentials;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All settings of a run, checked.
 *
 * @param baseUrl scheme, host and port of Atlas, without a path
 * @param lanes how many requests may be under way at once
 * @param waitSpeed how many times faster than Atlas's usual pace things are expected to happen; above 1 only for emulators
 * @param serviceDeadline how long a wait for a service may take
 * @param endpointDeadline how long a wait for an endpoint may take
 * @param notifications whom to tell of audits
 * @param params what specs read as {@code params.NAME}
 * @param history where to keep the history of audits, as {@link dev.linkspan.audit.history.HistoryPlace} reads it; empty for the usual place
 * @param historyPassword for a history in PostgreSQL
 * @param warnings what somebody should look at, although the settings can be used
 * @param offered the credentials that were set, which only commands that call Atlas need
 */
public record Settings(
        URI baseUrl,
        ApiVersion apiVersion,
        int lanes,
        Duration connectTimeout,
        Duration readTimeout,
        double waitSpeed,
        Duration serviceDeadline,
        Duration endpointDeadline,
        NotifySettings notifications,
        SortedMap<String, String> params,
        Optional<String> history,
        Optional<Secret> historyPassword,
        LogLevel logLevel,
        ColorMode color,
        Diagnostics warnings,
        OfferedCredentials offered) {

    public Settings {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(readTimeout, "readTimeout");
        Objects.requireNonNull(serviceDeadline, "serviceDeadline");
        Objects.requireNonNull(endpointDeadline, "endpointDeadline");
        Objects.requireNonNull(notifications, "notifications");
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(historyPassword, "historyPassword");
        Objects.requireNonNull(logLevel, "logLevel");
        Objects.requireNonNull(color, "color");
        Objects.requireNonNull(warnings, "warnings");
        Objects.requireNonNull(offered, "offered");
    }

    /** @throws SettingsProblem when none are set, or only half of a pair */
    public Credentials credentials() {
        return offered.chosen();
    }
}
