/** How values are put into words wherever people read them: untrusted text made harmless, durations made short. */
package dev.linkspan.text;
