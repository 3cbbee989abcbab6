/**
 * Which connection strings lead through which endpoints, and why some endpoints have none. What clusters and endpoints there are
 * comes from whoever asks; nothing here calls Atlas.
 */
package dev.linkspan.connect;
