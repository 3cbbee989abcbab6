/**
 * Plans kept in files: written by {@code plan --out}, read by {@code show} and {@code apply}. One small class for each thing that
 * is written, named for it and "form". A command that keeps no plan loads nothing of this package.
 */
package dev.linkspan.plan.file;
