/**
 * The way into the evaluator: Groovy's parser reads a file, and the gate turns the tree into our own. What has no
 * counterpart there is refused by name with its line; nothing of a spec is ever compiled or loaded.
 */
package dev.linkspan.dsl.gate;
