/**
 * The closed evaluator: our own tree of what may stand in a spec, which knows how to evaluate itself, and the fixed tables
 * of methods. Nothing here reaches a class, file or process, because no node and no table entry does.
 */
package dev.linkspan.dsl.eval;
