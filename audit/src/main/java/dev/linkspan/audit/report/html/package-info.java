/**
 * The audit report as one page for browsers. Records hold what is shown, fit for a page and in order; the templates in {@code src/main/jte} only
 * arrange it, and escape it.
 */
package dev.linkspan.audit.report.html;
