/**
 * Loads {@code .groovy} specs into a {@link dev.linkspan.model.Declaration}: {@link dev.linkspan.dsl.SpecLoader} is the way
 * in. The words of the language are described interfaces, which the blocks implement.
 */
package dev.linkspan.dsl;
