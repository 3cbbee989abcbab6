/** Waiting, as something that is handed in: tests own the clock and never sleep. */
package dev.linkspan.time;
