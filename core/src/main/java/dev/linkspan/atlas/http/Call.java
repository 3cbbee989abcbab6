package dev.linkspan.atlas.http;

import feign.Request;
import feign.Request.HttpMethod;
import java.net.URI;

/** What was asked, in the words of a message or a log line: neither headers nor body. */
record Call(HttpMethod verb, URI url) {

    static Call of(Request request) {
        return new Call(request.httpMethod(), URI.create(request.url()));
    }

    /** The path with its query, as it stands on the wire. */
    String path() {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }

    boolean isWrite() {
        return verb != HttpMethod.GET;
    }

    @Override
    public String toString() {
        return verb + " " + path();
    }
}
