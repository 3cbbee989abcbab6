package dev.linkspan.dsl.eval;

final class OrderMethods {

    static final MethodTable TABLE = new MethodTable();

    private OrderMethods() {}
}
