package dev.linkspan.atlas.http;

import feign.Body;
import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** Where a service account gets its access tokens (RFC 6749 section 4.4). */
interface TokenApi {

    /** @param basic client id and secret, each percent-encoded, as HTTP basic credentials */
    @RequestLine("POST /api/oauth/token")
    @Headers({
        "Authorization: Basic {basic}",
        "Content-Type: application/x-www-form-urlencoded",
        "Accept: application/json",
    })
    @Body("grant_type=client_credentials")
    Wire.Token token(@Param("basic") String basic);
}
