/** Whether the things that somebody waits for are ready, and which of them time will not make so. */
package dev.linkspan.readiness;
