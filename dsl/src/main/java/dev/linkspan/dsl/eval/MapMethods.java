package dev.linkspan.dsl.eval;

final class MapMethods {

    static final MethodTable TABLE = new MethodTable();

    private MapMethods() {}
}
