package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers a request that has been let in: route, version, role, then the operation itself. */
final class AtlasApi {

    private static final List<String> COMMON_QUERIES = List.of("pretty", "envelope");

    private final Routes routes;
    private final Gate gate;

    AtlasApi(Routes routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    Answer answer(Incoming request, Caller caller) {
        Answer answer;
        try {
            answer = routed(request, caller);
        } catch (AtlasRefusal refusal) {
            answer = Answer.refusal(refusal);
        }
        return isEnveloped(request) ? enveloped(answer) : answer;
    }

    private Answer routed(Incoming request, Caller caller) {
        ApiVersion version = ApiVersion.of(request.path()).orElseThrow(() -> unknownRoute(request));
        List<String> segments = request.segments().subList(3, request.segments().size());
        List<Route> fitting = routes.all().stream()
                .filter(route -> route.versions().contains(version))
                .filter(route -> route.variables(segments).isPresent())
                .toList();
        if (fitting.isEmpty()) {
            throw unknownRoute(request);
        }
        Optional<Route> route = fitting.stream()
                .filter(each -> each.method().equals(request.method()))
                .findFirst();
        if (route.isEmpty()) {
            return Answer.empty(405)
                    .with("Allow", fitting.stream().map(Route::method).sorted().collect(Collectors.joining(",")));
        }
        return carriedOut(request, caller, version, route.get(), segments);
    }

    private Answer carriedOut(Incoming request, Caller caller, ApiVersion version, Route route, List<String> segments) {
        String date = route.resourceVersions().resolved(version.date(request));
        request.allowQuery(
                Stream.concat(COMMON_QUERIES.stream(), route.queries().stream()).toList());
        COMMON_QUERIES.forEach(name -> request.flag(name, false));
        if (route.writes() && caller.role() != Role.OWNER) {
            return gate.lacksRole();
        }
        Map<String, String> variables = route.variables(segments).orElseThrow();
        Answer answer = route.action()
                .answer(new Route.Call(request, caller, version, date, variables))
                .with("Content-Type", version.contentType(date))
                .with("X-Java-Method", route.javaMethod());
        return version == ApiVersion.V2 ? route.resourceVersions().mark(answer, date) : answer;
    }

    private static boolean isEnveloped(Incoming request) {
        return "true".equals(request.query().get("envelope"));
    }

    /** A page gets the status among its own fields; everything else is wrapped. */
    private static Answer enveloped(Answer answer) {
        return answer.body()
                .map(body -> answer.withBody(wrapped(body, answer.status())))
                .orElse(answer);
    }

    private static JsonNode wrapped(JsonNode body, int status) {
        if (body instanceof ObjectNode page && page.has("results")) {
            return page.put("status", status);
        }
        ObjectNode envelope = Json.object();
        envelope.set("content", body);
        return envelope.put("status", status);
    }

    private static AtlasRefusal unknownRoute(Incoming request) {
        return new AtlasRefusal(
                404,
                "RESOURCE_NOT_FOUND",
                "Cannot find resource " + request.path() + ". (The Linkspan emulator has no operation "
                        + request.method() + " at this path.)",
                request.path());
    }
}
