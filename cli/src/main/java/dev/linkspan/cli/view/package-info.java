/** What people and scripts read: views of plans, faults and problems. They print; they count and decide nothing. */
package dev.linkspan.cli.view;
