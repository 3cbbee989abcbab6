package dev.linkspan.atlas.http;

import feign.Client;
import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * The wire: the JDK's HTTP client behind Feign's interface. HTTP/1.1, no redirect is followed, bodies are held in memory.
 *
 * <p>Its time-outs are the settings', not Feign's options. It sends a request once: left to itself the JDK would send a GET again
 * when a connection ends before any answer, with a digest that the server has seen, so that a broken line looks like a wrong key.
 */
final class JdkClient implements Client, AutoCloseable {

    /** The JDK's client writes these itself and refuses them from others. */
    private static final Set<String> WRITTEN_BY_THE_JDK = Set.of("content-length", "host", "connection");

    /** How often the JDK may send one request, whatever the reason. It reads this once, and has no switch for one client alone. */
    private static final String MOST_SENDINGS = "jdk.httpclient.redirects.retrylimit";

    static {
        System.setProperty(MOST_SENDINGS, "1");
    }

    private final HttpClient http;
    private final Duration readTimeout;

    JdkClient(URI baseUrl, AtlasSettings.Timeouts timeouts) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect());
        if (baseUrl.getScheme().equals("http")) {
            builder.sslContext(trustingNobody());
        }
        this.http = builder.build();
        this.readTimeout = timeouts.read();
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        var answer = await(http.sendAsync(outgoing(request), headers -> new BoundedBody()));
        Map<String, Collection<String>> headers =
                new LinkedHashMap<>(answer.headers().map());
        return Response.builder()
                .request(request)
                .status(answer.statusCode())
                .headers(headers)
                .body(answer.body())
                .build();
    }

    private HttpRequest outgoing(Request request) {
        var builder = HttpRequest.newBuilder(URI.create(request.url()));
        if (request.body() != null) {
            builder.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        } else if (request.httpMethod() == HttpMethod.GET) {
            builder.GET();
        } else {
            builder.method(request.method(), HttpRequest.BodyPublishers.noBody());
        }
        request.headers().forEach((name, values) -> {
            if (!WRITTEN_BY_THE_JDK.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(it -> set(builder, name, it));
            }
        });
        return builder.build();
    }

    private static void set(HttpRequest.Builder builder, String name, String value) {
        try {
            builder.header(name, value);
        } catch (IllegalArgumentException e) {
            // The JDK's message repeats the value, which may be a credential.
            throw new IllegalArgumentException("the header " + name + " cannot be sent");
        }
    }

    /** The JDK's own request time-out ends with the headers; this one covers the body too. */
    private <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + readTimeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        }
    }

    /** At its limit the JDK complains of the limit, and gives what went wrong as the cause. */
    private static IOException reason(Throwable fault) {
        boolean isAboutTheLimit = fault instanceof IOException
                && fault.getCause() instanceof IOException
                && String.valueOf(fault.getMessage()).startsWith("Too many retries");
        var reason = isAboutTheLimit ? fault.getCause() : fault;
        return reason instanceof IOException it ? it : new IOException(reason);
    }

    /** Loading the JDK's trusted authorities takes 50 ms and more, for nothing where no TLS is spoken. */
    private static SSLContext trustingNobody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Shutdown.stop(http);
    }
}
