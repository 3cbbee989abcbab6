/** What somebody has looked at and decided: findings that do not count for a while, or count for more or less. */
package dev.linkspan.audit.rules;
