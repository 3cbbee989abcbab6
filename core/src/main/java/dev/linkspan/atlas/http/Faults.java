package dev.linkspan.atlas.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProblem.Kind;
import dev.linkspan.text.Untrusted;
import feign.FeignException;
import feign.InvocationContext;
import feign.Request;
import feign.Response;
import feign.ResponseInterceptor;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * Turns whatever goes wrong into one sentence for people. Feign's own exceptions hold the request with its headers, so none
 * of them leaves this package, not even as a cause.
 */
final class Faults implements ErrorDecoder, ResponseInterceptor {

    private static final int LONGEST_DETAIL = 600;

    private final Redaction redaction;
    private final boolean areWritesHarmless;

    /** @param areWritesHarmless whether a POST that was carried out unseen leaves nothing behind that matters */
    Faults(Redaction redaction, boolean areWritesHarmless) {
        this.redaction = redaction;
        this.areWritesHarmless = areWritesHarmless;
    }

    /** An answer other than 2xx: an {@link AtlasProblem}, or {@link Absent} where Atlas itself says so. */
    @Override
    public RuntimeException decode(String methodKey, Response response) {
        var call = Call.of(response.request());
        int status = response.status();
        var fault = Json.fault(response);
        var code = fault.flatMap(Wire.Fault::code);
        var kind = Trouble.kind(status, code.orElse(""));
        var remedy = fault.isEmpty() && kind == Kind.NOT_FOUND
                ? Trouble.CHECK_URL
                : Trouble.remedy(kind, status, code.orElse(""));
        boolean isAmbiguous = kind == Kind.UNAVAILABLE && isRisky(call);
        var problem =
                new AtlasProblem(kind, said(call, response, fault), code.map(this::shown), remedy, isAmbiguous, null);
        boolean isAbsent =
                kind == Kind.NOT_FOUND && code.filter(Trouble::saysAbsent).isPresent();
        return isAbsent ? new Absent(problem) : problem;
    }

    private String said(Call call, Response response, Optional<Wire.Fault> fault) {
        var text = new StringBuilder().append(call).append(": ").append(response.status());
        fault.flatMap(Wire.Fault::code).ifPresent(it -> text.append(' ').append(shown(it)));
        fault.flatMap(Wire.Fault::words).ifPresent(it -> text.append(": ").append(shown(it)));
        if (fault.isEmpty()) {
            text.append(" with ").append(content(response));
        }
        if (response.status() / 100 == 3) {
            Headers.first(response, "Location")
                    .ifPresent(it -> text.append(", sent on to ").append(shown(it)));
        }
        return text.toString();
    }

    /** An answer of 2xx that cannot be read. */
    @Override
    public Object intercept(InvocationContext context, Chain chain) throws Exception {
        var response = context.response();
        try {
            var result = chain.next(context);
            if (result == null && context.returnType() != void.class) {
                throw unreadable(response, "");
            }
            return result;
        } catch (FeignException e) {
            String place = e.getCause() instanceof JsonProcessingException json && json.getLocation() != null
                    ? ", at line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr()
                    : "";
            throw unreadable(response, place);
        }
    }

    private AtlasProblem unreadable(Response response, String place) {
        var call = Call.of(response.request());
        return new AtlasProblem(
                Kind.UNREADABLE,
                call + ": " + response.status() + " with " + content(response) + " that cannot be read" + place,
                Optional.empty(),
                Trouble.remedy(Kind.UNREADABLE, response.status(), ""),
                isRisky(call),
                null);
    }

    /** No answer, or half of one. */
    AtlasProblem unanswered(Request request, IOException why, int attempts) {
        var call = Call.of(request);
        String often = attempts == 1 ? "" : " (" + attempts + " attempts)";
        return new AtlasProblem(
                Kind.UNREACHABLE,
                call + ": " + reason(call, why) + often,
                Optional.empty(),
                Trouble.remedy(Kind.UNREACHABLE, 0, ""),
                isRisky(call) && !isUnsent(why),
                why);
    }

    /** The run was cancelled while the request waited to go out. */
    AtlasProblem cancelled(Request request) {
        Thread.currentThread().interrupt();
        return new AtlasProblem(
                Kind.UNREACHABLE,
                Call.of(request) + ": not sent, the run was cancelled",
                Optional.empty(),
                "",
                false,
                null);
    }

    /** Whether the connection never stood, so that nothing can have arrived. */
    static boolean isUnsent(IOException why) {
        return why instanceof ConnectException
                || why instanceof HttpConnectTimeoutException
                || why instanceof SSLHandshakeException;
    }

    private String reason(Call call, IOException why) {
        String host = call.url().getAuthority();
        String words = Optional.ofNullable(why.getMessage())
                .map(it -> ": " + shown(it))
                .orElse("");
        if (why instanceof InterruptedIOException) {
            return "the run was cancelled before an answer came";
        }
        if (why instanceof SSLHandshakeException) {
            return "no secure connection to " + host + words;
        }
        if (why.getCause() instanceof UnresolvedAddressException || why instanceof UnknownHostException) {
            return "there is no host " + host;
        }
        if (isUnsent(why)) {
            return "no connection to " + host + words;
        }
        return why instanceof HttpTimeoutException
                ? why.getMessage() + " from " + host
                : "the connection to " + host + " broke off" + words;
    }

    private boolean isRisky(Call call) {
        return call.isWrite() && !areWritesHarmless;
    }

    private String content(Response response) {
        boolean isEmpty = response.body() == null
                || response.body().length() != null && response.body().length() == 0;
        return isEmpty
                ? "an empty body"
                : "a body"
                        + Headers.first(response, "Content-Type")
                                .map(it -> " of type " + shown(it))
                                .orElse("");
    }

    /** Text that others wrote, without credentials, on one line. */
    String shown(String text) {
        return Untrusted.oneLine(redaction.of(text), LONGEST_DETAIL);
    }
}
