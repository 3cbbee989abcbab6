package dev.linkspan.dsl.eval;

final class MatcherMethods {

    static final MethodTable TABLE = new MethodTable();

    private MatcherMethods() {}
}
