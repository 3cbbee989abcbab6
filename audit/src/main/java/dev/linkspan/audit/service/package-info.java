/** Audits by schedule, by one worker or by several that share the work over one database. */
package dev.linkspan.audit.service;
