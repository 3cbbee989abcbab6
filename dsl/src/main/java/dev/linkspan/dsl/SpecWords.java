package dev.linkspan.dsl;

import java.util.Optional;

/** The words outside all blocks. */
interface SpecWords {

    @Word(
            means = "An Atlas project, by its id or its name, and what stands in it.",
            example = "project('5e2211c17a3e5a48f5497de3') { … }")
    void project(Argument<String> idOrName, Optional<Body> body);
}
