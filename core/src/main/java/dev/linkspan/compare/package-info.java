/**
 * What specs declare held against what Atlas shows. Planner and auditor both read the one {@link
 * dev.linkspan.compare.Comparison}, so a plan and an audit of the same moment cannot disagree.
 */
package dev.linkspan.compare;
