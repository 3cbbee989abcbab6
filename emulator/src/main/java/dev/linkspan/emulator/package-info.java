/**
 * A stateful MongoDB Atlas on a loopback port, for demos, tests and users' own CI.
 *
 * <p>It depends on no other Linkspan module: shared wire types would let a misspelt field agree with itself.
 */
package dev.linkspan.emulator;
