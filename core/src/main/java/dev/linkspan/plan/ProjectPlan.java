package dev.linkspan.plan;

import java.util.List;

/**
 * The part of a plan that speaks of one project.
 *
 * @param migrations none unless they were asked for
 */
record ProjectPlan(List<Step> steps, List<GcpMigration> migrations) {}
