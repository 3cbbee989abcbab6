package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A list that Atlas gives page by page. */
final class Page {

    /** The query parameters by which a page is chosen. */
    static final String[] QUERIES = {"pageNum", "itemsPerPage", "includeCount"};

    private final Incoming request;
    private final int size;
    private final int number;
    private final boolean hasCount;

    Page(Incoming request) {
        this.request = request;
        this.size = request.number("itemsPerPage", 100, 1, 500);
        this.number = request.number("pageNum", 1, 1, 1_000_000);
        this.hasCount = request.flag("includeCount", true);
    }

    /** The same and those by which its things are chosen. */
    static String[] queriesAnd(String... others) {
        return Stream.of(QUERIES, others).flatMap(Stream::of).toArray(String[]::new);
    }

    <T> Answer of(List<T> all, String baseUrl, Function<T, ObjectNode> shape) {
        ArrayNode results = Json.array();
        all.stream().skip((long) (number - 1) * size).limit(size).map(shape).forEach(results::add);
        ObjectNode body = Json.object();
        body.set("links", links(baseUrl, (long) number * size < all.size()));
        body.set("results", results);
        if (hasCount) {
            body.put("totalCount", all.size());
        }
        return Answer.of(200, body);
    }

    private ArrayNode links(String baseUrl, boolean hasNext) {
        String list = baseUrl + request.path() + "?includeCount=" + hasCount + "&itemsPerPage=" + size + "&pageNum=";
        ArrayNode links = Json.array().add(Shapes.link(list + number, "self"));
        if (number > 1) {
            links.add(Shapes.link(list + (number - 1), "previous"));
        }
        return hasNext ? links.add(Shapes.link(list + (number + 1), "next")) : links;
    }
}
