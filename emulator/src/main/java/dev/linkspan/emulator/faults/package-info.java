/** Faults on request: a small text such as {@code 503 on GET /groups/... times 2 after 1}, and when it strikes. */
package dev.linkspan.emulator.faults;
