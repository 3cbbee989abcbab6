package dev.linkspan.dsl.eval;

final class ListMethods {

    static final MethodTable TABLE = new MethodTable();

    private ListMethods() {}
}
