package dev.linkspan.emulator.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the API.
 *
 * @param pattern the path below the API's prefix; a part in braces stands for anything
 * @param resourceVersions which forms its bodies have had
 * @param javaMethod what Atlas says in its {@code X-Java-Method} header
 * @param queries the query parameters it knows besides those that all operations know
 */
record Route(
        String method,
        String pattern,
        Set<ApiVersion> versions,
        ResourceVersions resourceVersions,
        String javaMethod,
        List<String> queries,
        Action action) {

    /** Carries the operation out. */
    interface Action {
        Answer answer(Call call);
    }

    /**
     * One request that has found its operation.
     *
     * @param resourceVersion the date of the body's form
     * @param variables what stood for the parts in braces
     */
    record Call(
            Incoming request,
            Caller caller,
            ApiVersion version,
            String resourceVersion,
            Map<String, String> variables) {

        String variable(String name) {
            return variables.get(name);
        }
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** What stands for the parts in braces, if the path fits. */
    Optional<Map<String, String>> variables(List<String> segments) {
        List<String> parts = Arrays.asList(pattern.substring(1).split("/"));
        if (parts.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int index = 0; index < parts.size(); index++) {
            String part = parts.get(index);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), segments.get(index));
            } else if (!part.equals(segments.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
