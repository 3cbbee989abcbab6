package dev.linkspan.dsl.eval;

/**
 * A place in the file at hand.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record Place(int line, int column) {}
