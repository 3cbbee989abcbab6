/**
 * The vocabulary: what specs declare, what Atlas shows, and the names both are known by.
 *
 * <p>Values that exist are valid: parsing refuses what Atlas would refuse. Text that Atlas sends and we do not know is
 * kept as text, never dropped.
 */
package dev.linkspan.model;
