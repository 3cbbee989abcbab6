/** Who changed it: what projects' activity says about findings of drift. {@link dev.linkspan.audit.activity.Activity} is the way in. */
package dev.linkspan.audit.activity;
