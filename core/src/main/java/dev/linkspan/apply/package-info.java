/**
 * Carries a plan out. Steps become jobs with dependencies; one thread decides, lanes carry the calls out, and waiting for Atlas
 * holds no thread. {@link dev.linkspan.apply.Applier} is the way in.
 */
package dev.linkspan.apply;
