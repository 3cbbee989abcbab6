package dev.linkspan.plan.file;

import dev.linkspan.diagnostic.SourceRef;
import java.util.Map;

/** A place in a spec, without the line's own text: that may hold anything, a secret too. */
final class PlaceForm {

    private PlaceForm() {}

    static Map<String, Object> write(SourceRef place) {
        return Map.of("file", place.file(), "line", (long) place.line(), "column", (long) place.column());
    }

    static SourceRef read(Members place) {
        return new SourceRef(place.text("file"), place.number("line"), place.number("column"), "");
    }
}
