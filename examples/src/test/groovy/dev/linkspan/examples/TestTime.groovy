package dev.linkspan.examples

import dev.linkspan.time.Sleeper
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** Time that passes only when somebody sleeps; the command line and the emulator share it. */
class TestTime extends Clock implements Sleeper {

    private Instant now = Instant.parse('2026-11-22T03:00:00Z')

    @Override
    synchronized void sleep(Duration duration) {
        now = now + duration
    }

    @Override
    synchronized Instant instant() {
        now
    }

    @Override
    ZoneId getZone() {
        ZoneOffset.UTC
    }

    @Override
    Clock withZone(ZoneId zone) {
        this
    }
}
