/**
 * Atlas over HTTP: the one adapter of the Atlas port. Feign and Jackson types stay inside.
 *
 * <p>A call passes, from the outside in: {@code AtlasApi} (paths and bodies), {@code Repeats} (what is sent again, and
 * when), {@code Lanes} (how many at once, how fast), one of the two clients that sign, {@code JdkClient} (the wire).
 */
package dev.linkspan.atlas.http;
