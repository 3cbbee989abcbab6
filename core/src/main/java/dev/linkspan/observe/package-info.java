/** Looks at Atlas: turns declared project names into ids, and reads what stands in each project. Never writes. */
package dev.linkspan.observe;
