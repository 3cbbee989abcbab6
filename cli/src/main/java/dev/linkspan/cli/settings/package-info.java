/** Settings: where they come from, which of them wins, and what they may be. */
package dev.linkspan.cli.settings;
