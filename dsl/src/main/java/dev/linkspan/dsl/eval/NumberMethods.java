package dev.linkspan.dsl.eval;

final class NumberMethods {

    static final MethodTable TABLE = new MethodTable();

    private NumberMethods() {}
}
