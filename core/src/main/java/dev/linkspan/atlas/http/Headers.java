package dev.linkspan.atlas.http;

import feign.Request;
import feign.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields of Feign's requests and answers, whose names ignore case. */
final class Headers {

    private Headers() {}

    /** Whether a text arrives in a field as it is: printable ASCII that neither begins nor ends with a space. */
    static boolean isSendable(String text) {
        return text.matches("[!-~]([ -~]*[!-~])?");
    }

    static Collection<String> all(Response response, String name) {
        return response.headers().getOrDefault(name, List.of());
    }

    static Optional<String> first(Response response, String name) {
        return all(response, name).stream().findFirst().map(String::strip);
    }

    /** The number in a field; empty when there is none or it is not a number from 0 up. */
    static Optional<Integer> number(Response response, String name) {
        return first(response, name).filter(it -> it.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** The same request with one field set to one value. */
    static Request set(Request request, String name, String value) {
        Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.put(name, List.of(value));
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
