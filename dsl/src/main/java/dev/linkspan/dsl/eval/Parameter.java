package dev.linkspan.dsl.eval;

import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of a closure or method.
 *
 * @param fallback what it is when the caller leaves it out
 * @param takesRest whether it takes all values that are left, as {@code String... names} does
 */
public record Parameter(String name, TypeName type, Optional<Term> fallback, boolean takesRest) {

    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(fallback, "fallback");
    }
}
