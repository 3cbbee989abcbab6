package dev.linkspan.dsl.eval;

final class WordMethods {

    static final MethodTable TABLE = new MethodTable();

    private WordMethods() {}
}
