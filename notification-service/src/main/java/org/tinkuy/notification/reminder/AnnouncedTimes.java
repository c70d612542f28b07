package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Every time and place that was announced for one session, the earliest first.
public record AnnouncedTimes(List<Version> versions) {

    /// @param number the session's version
    /// @param knownSince since when mails say so
    /// @param overAt when it will have taken place; `null`: nobody knows yet
    public record Version(
            long number, Instant knownSince, @Nullable Instant overAt, Announcement announcement) {

        /// When neither of the two is of interest any more.
        Instant overWith(Version other) {
            var one = overAt == null ? Instant.MAX : overAt;
            var two = other.overAt == null ? Instant.MAX : other.overAt;
            return one.isAfter(two) ? one : two;
        }
    }

    public AnnouncedTimes {
        versions = List.copyOf(versions);
    }

    Version latest() {
        return versions.getLast();
    }

    Optional<Version> version(long number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /// What a person was told last, before a given version: by a notice, or else when they
    /// registered.
    ///
    /// @param knownSince since when mails have told the person when the session is
    /// @param byNotice the versions that notices told, or may have
    Optional<Version> toldBefore(long number, @Nullable Instant knownSince, LongStream byNotice) {
        var byMail =
                versions.stream()
                        .filter(version ->
                                version.number() <= number
                                        && knownSince != null
                                        && !version.knownSince().isAfter(knownSince))
                        .mapToLong(Version::number);
        return LongStream.concat(
                        LongStream.of(versions.getFirst().number()),
                        LongStream.concat(byMail, byNotice))
                .max()
                .stream()
                .boxed()
                .findFirst()
                .flatMap(this::version);
    }
}
