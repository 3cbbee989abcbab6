package dev.linkspan.dsl.eval;

/** Something with a value. */
@FunctionalInterface
public interface Term {

    Object evaluate(Run run, Scope scope);
}
