/**
 * What values mean in a spec: Groovy's rules for truth, equality, order, arithmetic, text and conversion, over plain Java
 * values and two of our own ({@link dev.linkspan.dsl.value.Interpolated}, {@link dev.linkspan.dsl.value.Span}).
 *
 * <p>Groovy's runtime has all of this, but behind its metaclass registry, which specs must not reach and start-up must not
 * pay for. A differential test holds both to the same results.
 */
package dev.linkspan.dsl.value;
