package dev.linkspan.atlas.http

import dev.linkspan.time.Sleeper
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.concurrent.CopyOnWriteArrayList

/** Time that passes only when somebody sleeps. */
class FakeTime extends Clock implements Sleeper {

    final List<Duration> slept = new CopyOnWriteArrayList<>()
    private Instant now = Instant.parse('2026-11-22T00:00:00Z')

    @Override
    synchronized void sleep(Duration duration) {
        slept << duration
        now = now.plus(duration)
    }

    synchronized void pass(Duration duration) {
        now = now.plus(duration)
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
        throw new UnsupportedOperationException()
    }
}
