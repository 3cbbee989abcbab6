/**
 * Faults that people must mend: what is wrong, where, and what to do next.
 *
 * <p>Nothing here knows how a fault is drawn; views do.
 */
package dev.linkspan.diagnostic;
