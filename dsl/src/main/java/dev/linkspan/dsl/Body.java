package dev.linkspan.dsl;

/** What stands between the braces after a word. */
@FunctionalInterface
interface Body {

    /** Evaluates it with the words of this block, and no others. */
    void fill(Object block);
}
