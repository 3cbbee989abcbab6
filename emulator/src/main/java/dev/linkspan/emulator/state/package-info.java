/**
 * What stands in the emulated Atlas at one moment, as plain records: the state file, the answer of {@code state()} and
 * the argument of {@code putService} are all the same shape.
 */
package dev.linkspan.emulator.state;
