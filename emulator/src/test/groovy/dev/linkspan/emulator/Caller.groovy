package dev.linkspan.emulator

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration

/** A plain client of the emulator: the demo token, version 2 and JSON unless told otherwise. */
class Caller {

    static final String V2 = 'application/vnd.atlas.2023-01-01+json'
    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    final String baseUrl
    Map<String, String> headers = [
            Accept       : V2,
            Authorization: "Bearer $AtlasEmulator.DEMO_ACCESS_TOKEN" as String,
    ]
    Duration patience = Duration.ofSeconds(30)

    Caller(AtlasEmulator emulator) {
        baseUrl = emulator.baseUrl()
    }

    static class Reply {
        int status
        String body
        Map<String, List<String>> headers

        JsonNode getJson() {
            new ObjectMapper().readTree(body)
        }

        String header(String name) {
            headers.find { it.key.equalsIgnoreCase(name) }?.value?.first()
        }

        String getErrorCode() {
            json.path('errorCode').asText()
        }
    }

    Caller with(Map<String, String> more) {
        def other = new Caller(baseUrl)
        other.headers = headers + more
        other
    }

    private Caller(String baseUrl) {
        this.baseUrl = baseUrl
    }

    Reply get(String path) {
        call('GET', path, null)
    }

    Reply delete(String path) {
        call('DELETE', path, null)
    }

    Reply post(String path, String body) {
        call('POST', path, body)
    }

    Reply patch(String path, String body) {
        call('PATCH', path, body)
    }

    /** A path that does not start with /api/ or /emulator/ is one of version 2. */
    Reply call(String method, String path, String body) {
        def whole = path =~ '^/(api|emulator)/' ? path : "/api/atlas/v2$path"
        def request = HttpRequest.newBuilder(URI.create(baseUrl + whole)).timeout(patience)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
        (body == null ? headers : ['Content-Type': 'application/json'] + headers)
                .findAll { it.value != null }
                .each { name, value -> request.header(name, value) }
        def response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
        new Reply(status: response.statusCode(), body: response.body(), headers: response.headers().map())
    }
}
