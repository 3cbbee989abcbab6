package dev.linkspan.atlas.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Response;
import java.io.IOException;
import java.util.Optional;

/** JSON as Atlas writes it: new fields may appear at any time. */
final class Json {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Whether the body is JSON from beginning to end, whatever it says. */
    static boolean isWhole(Response response) {
        if (response.body() == null) {
            return false;
        }
        try (var body = response.body().asInputStream();
                var parser = MAPPER.createParser(body)) {
            boolean isEmpty = parser.nextToken() == null;
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return !isEmpty;
        } catch (IOException notJson) {
            return false;
        }
    }

    /** Whether other credentials, or the same ones signed anew, may do better; with a role that is missing they will not. */
    static boolean refusesCredentials(Response response) {
        return response.status() == 401
                && fault(response)
                        .flatMap(Wire.Fault::code)
                        .filter(Trouble::saysRoleIsMissing)
                        .isEmpty();
    }

    /** The fault in an answer's body; empty when the body is something else, such as a proxy's page. */
    static Optional<Wire.Fault> fault(Response response) {
        if (response.body() == null) {
            return Optional.empty();
        }
        try (var body = response.body().asInputStream()) {
            return Optional.ofNullable(MAPPER.readValue(body, Wire.Fault.class))
                    .filter(it -> it.code().isPresent() || it.words().isPresent());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
