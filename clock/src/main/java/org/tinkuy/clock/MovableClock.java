package org.tinkuy.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/// The system's time plus the offset that a file holds (an ISO-8601 duration such as `PT11M`; no
/// file: no offset).
///
/// Every process that is given the same file moves together, so a test needs not wait for ten
/// minutes to pass. The file is read at most every 50 ms. While somebody is writing it, it may read
/// as empty or as half a duration: then the offset stays what it was.
public final class MovableClock extends Clock {

    private static final long REREAD_AFTER_NANOS = Duration.ofMillis(50).toNanos();

    private record Reading(Duration offset, long atNanos) {}

    private final Clock base;
    private final Path file;
    private volatile Reading reading;

    public MovableClock(Clock base, Path file) {
        this.base = base;
        this.file = file;
        this.reading = new Reading(offset(Duration.ZERO), System.nanoTime());
    }

    @Override
    public Instant instant() {
        var current = reading;
        if (System.nanoTime() - current.atNanos() > REREAD_AFTER_NANOS) {
            current = new Reading(offsetUnlessBeingWritten(current.offset()), System.nanoTime());
            reading = current;
        }
        return base.instant().plus(current.offset());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(base.withZone(zone), file);
    }

    private Duration offsetUnlessBeingWritten(Duration known) {
        try {
            return offset(known);
        } catch (DateTimeParseException _) {
            return known;
        }
    }

    private Duration offset(Duration ifEmpty) {
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty() ? ifEmpty : Duration.parse(text);
        } catch (NoSuchFileException _) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
