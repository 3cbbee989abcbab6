package dev.linkspan.audit.notify;

import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts JSON to a webhook, once. No redirect is followed: it would take a secret to another host. An answer of success ends the matter with its
 * headers, whatever becomes of its body.
 */
final class HookClient {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    /** Far more is read than shown, lest the end of what is shown be the beginning of a secret, which nobody would recognize. */
    private static final int READ = 4_000;

    private static final int SHOWN = 300;

    private static final String LATER = "See whether the server is well, and run the audit again.";
    private static final String CHECK_NETWORK = "Check the network, the proxy and the URL.";

    private final HttpClient http;
    private final Duration patience;
    private final Clock clock;

    HookClient(Wire wire, Clock clock) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(wire.connect());
        wire.trust().ifPresent(builder::sslContext);
        this.http = builder.build();
        this.patience = wire.answer();
        this.clock = clock;
    }

    void post(HookUrl url, String json) throws DeliveryFault, InterruptedException {
        var request = HttpRequest.newBuilder(url.reveal())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "linkspan")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        var answer = await(url, http.sendAsync(request, HookClient::body));
        if (!isSuccess(answer.statusCode())) {
            throw refused(url, answer);
        }
    }

    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo head) {
        return new FirstBytes(isSuccess(head.statusCode()) ? 0 : READ);
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    private HttpResponse<String> await(HookUrl url, CompletableFuture<HttpResponse<String>> answer)
            throws DeliveryFault, InterruptedException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw passing(
                    url, "gave no answer within " + patience.toSeconds() + " s; it may have taken the notification");
        } catch (ExecutionException e) {
            throw unanswered(url, e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Java's own words are left out: some repeat the URL. */
    static DeliveryFault unanswered(HookUrl url, Throwable why) {
        if (why instanceof SSLException) {
            return DeliveryFault.lasting(
                    url.host()
                            + " could not be trusted: its certificate is not for this host, or not of an authority that Java trusts",
                    "Check the URL; a certificate of your own is trusted with LINKSPAN_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE.");
        }
        if (why instanceof ConnectException || why instanceof HttpConnectTimeoutException) {
            return passing(
                    url,
                    why.getCause() instanceof UnresolvedAddressException
                            ? "is not known: no address was found for it"
                            : "could not be reached");
        }
        return why instanceof IOException
                ? passing(url, "broke the connection off; it may have taken the notification")
                : DeliveryFault.lasting(url.host() + " could not be sent to", CHECK_NETWORK);
    }

    private static DeliveryFault passing(HookUrl url, String what) {
        return DeliveryFault.passing(url.host() + " " + what, CHECK_NETWORK, Optional.empty());
    }

    private DeliveryFault refused(HookUrl url, HttpResponse<String> answer) {
        int status = answer.statusCode();
        var retryAfter = answer.headers().firstValue("Retry-After").flatMap(this::pause);
        String said = Untrusted.oneLine(url.hiddenIn(answer.body().strip()), SHOWN);
        String why = url.host() + " answered " + status
                + answer.headers()
                        .firstValue("Location")
                        .map(it -> " and sends on to " + host(it))
                        .orElse("")
                + (said.isEmpty() ? "" : ": " + said)
                + retryAfter
                        .map(it -> " (try again in " + it.toSeconds() + " s)")
                        .orElse("");
        if (status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= 500) {
            return DeliveryFault.passing(why, LATER, retryAfter);
        }
        return DeliveryFault.lasting(
                why,
                status / 100 == 3
                        ? "Redirects are not followed, since the URL is a secret: set the URL that this one leads to."
                        : "Check the URL; the webhook may have been revoked or its channel archived.");
    }

    private static String host(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getHost()).orElse("another path");
        } catch (IllegalArgumentException malformed) {
            return "what is no URL";
        }
    }

    /** In seconds or as a date (RFC 9110). */
    private Optional<Duration> pause(String header) {
        if (header.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            var until =
                    Duration.between(clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
