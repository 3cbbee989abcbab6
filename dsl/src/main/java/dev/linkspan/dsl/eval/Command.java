package dev.linkspan.dsl.eval;

/** Something to do, which may leave the loop or the body it stands in. */
@FunctionalInterface
public interface Command {

    Signal execute(Run run, Scope scope);
}
