package dev.linkspan.atlas.http;

import dev.linkspan.atlas.AtlasProblem;

/** Atlas says that the thing asked for is not there, which is an answer for some calls and a problem for others. */
final class Absent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AtlasProblem problem;

    Absent(AtlasProblem problem) {
        super(problem.getMessage(), null, false, false);
        this.problem = problem;
    }

    AtlasProblem problem() {
        return problem;
    }
}
