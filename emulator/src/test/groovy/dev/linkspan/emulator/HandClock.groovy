package dev.linkspan.emulator

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** A clock that stands still until a test moves it. */
class HandClock extends Clock {

    private volatile Instant now = Instant.parse('2026-11-22T03:00:00Z')

    void move(Duration by) {
        now = now.plus(by)
    }

    @Override
    Instant instant() {
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
