package dev.linkspan.atlas.http;

import dev.linkspan.model.Secret;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;

/** Signs with an access token (RFC 6750). A request that is refused with 401 was not carried out, so any may be sent again. */
record BearerClient(Client next, TokenSource tokens) implements Client {

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        var token = tokens.current();
        var response = send(request, options, token);
        if (!Json.refusesCredentials(response)) {
            return response;
        }
        var another = tokens.insteadOf(token);
        return another.isPresent() ? send(request, options, another.get()) : response;
    }

    private Response send(Request request, Request.Options options, Secret token) throws IOException {
        return next.execute(Headers.set(request, "Authorization", "Bearer " + token.reveal()), options);
    }
}
