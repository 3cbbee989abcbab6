package dev.linkspan.dsl.eval;

import java.util.Objects;

/** A value that a word is given, which may be null, and where it is written. */
public record Given(Object value, Written written) {

    public Given {
        Objects.requireNonNull(written, "written");
    }
}
