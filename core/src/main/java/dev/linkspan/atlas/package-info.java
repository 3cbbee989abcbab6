/**
 * The Atlas port: what Linkspan asks of MongoDB Atlas, in Linkspan's own words. {@code atlas.http} is its one adapter.
 */
package dev.linkspan.atlas;
