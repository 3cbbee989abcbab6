/**
 * The emulated Atlas as seen over HTTP: authentication, rate limits, versions, routes and the bodies of requests and
 * answers, as recorded from the real one. Unknown routes, fields and query parameters are refused, never ignored.
 */
package dev.linkspan.emulator.wire;
