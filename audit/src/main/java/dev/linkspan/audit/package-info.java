/**
 * What is not as specs say: findings, each with its severity, its address and what to do, and what could not be looked at.
 *
 * <p>The auditor reads the same {@link dev.linkspan.compare.Comparison} as the planner, asks nothing of Atlas and changes
 * nothing.
 */
package dev.linkspan.audit;
