/** Documents for scripts: one tree of values, written down in JSON or in YAML. */
package dev.linkspan.document;
