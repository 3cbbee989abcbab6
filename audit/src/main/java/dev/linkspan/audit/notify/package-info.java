/**
 * Tells people and programs what an audit found that was not there before: by webhook, in Slack, by e-mail. A notification is sent again
 * until it is taken, within bounds, and its failure is an answer, never an exception.
 *
 * <p>{@link dev.linkspan.audit.notify.Notifier} makes {@code News} of a report; a {@code Channel} puts news into its own words and sends
 * them once; {@code Delivery} decides when to send again.
 */
package dev.linkspan.audit.notify;
