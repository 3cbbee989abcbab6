package dev.linkspan.time

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.concurrent.CopyOnWriteArrayList

/** Time that passes only when somebody sleeps. Other modules compile it as source, to share it between a command and the emulator. */
class TestTime extends Clock implements Sleeper {

    static final Instant START = Instant.parse('2026-11-22T03:00:00Z')

    final List<Duration> slept = new CopyOnWriteArrayList<>()
    private Instant now = START
    /** Called at each sleep, before time passes. */
    Closure<?> onSleep = { Duration duration -> }

    @Override
    synchronized void sleep(Duration duration) {
        onSleep.call(duration)
        slept << duration
        pass(duration)
    }

    /** Lets time pass without anybody's sleep. */
    synchronized void pass(Duration duration) {
        now = now + duration
    }

    Duration getElapsed() {
        Duration.between(START, instant())
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
