/** Ways to write an audit report down, one class for each format. They print; every total they show stands in the report. */
package dev.linkspan.audit.report;
