/** YAML files that people write, as nodes that know their places, so that every fault in them can be pointed at. */
package dev.linkspan.yaml;
