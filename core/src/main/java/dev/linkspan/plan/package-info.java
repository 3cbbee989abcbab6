/**
 * What would be done and why, as data. Guards decide here, once; whoever carries a plan out or prints it decides nothing.
 */
package dev.linkspan.plan;
