package org.tinkuy.site.visitor;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What waits for the code, told again on the page that asks for it.
///
/// @param address where the code was sent
/// @param seats for a registration: by session; empty for a sign-in
/// @param form where that was typed; `null` for a sign-in
/// @param noMailUntil no other code goes to the address before; `null`: one was mailed
/// @param codeCame whether an earlier one is still to be typed although no other was mailed
public record Pending(
        String address,
        Instant expiresAt,
        Map<UUID, Seat> seats,
        @Nullable Form form,
        @Nullable Instant noMailUntil,
        @Nullable Boolean codeCame) {

    /// @param state `held`, `not-held` (who confirms first gets it) or `waiting-list`
    /// @param heldUntil may be before the code is over; `null`: none is held
    public record Seat(String state, @Nullable Instant heldUntil) {

        public Seat {
            requireNonNull(state);
        }

        public boolean isHeld(Instant now) {
            return heldUntil != null && now.isBefore(heldUntil);
        }

        public boolean isFull() {
            return state.equals("waiting-list");
        }
    }

    /// Beyond any clock of ours, and within what every calendar can show.
    private static final Instant NO_LATER = Instant.parse("2200-01-01T00:00:00Z");

    /// @param path of the page that the form stands on
    public record Form(String path, String name) {

        public Form {
            requireNonNull(name);
            if (!path.matches("/[A-Za-z0-9/_.~-]*")) {
                throw new IllegalArgumentException("no page of ours");
            }
        }
    }

    /// @throws RuntimeException if it is not what this site wrote
    public Pending {
        requireNonNull(address);
        seats = Map.copyOf(seats);
        if (expiresAt.isBefore(Instant.EPOCH) || expiresAt.isAfter(NO_LATER)) {
            throw new IllegalArgumentException("no time that we tell");
        }
    }

    /// @param noMailUntil `null`: a code was mailed
    public static Pending signIn(String address, Instant expiresAt, @Nullable Instant noMailUntil) {
        return new Pending(address, expiresAt, Map.of(), null, noMailUntil, null);
    }

    /// @param seats by session, as they are asked for
    /// @param noMailUntil `null`: a code was mailed
    public static Pending registration(
            String address,
            Instant expiresAt,
            Map<UUID, Seat> seats,
            Form form,
            @Nullable Instant noMailUntil) {
        return new Pending(address, expiresAt, seats, form, noMailUntil, null);
    }

    public boolean ofRegistration() {
        return !seats.isEmpty();
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /// The same with a code that is taken no more.
    public Pending over() {
        return new Pending(address, Instant.EPOCH, seats, form, noMailUntil, codeCame);
    }

    /// Minutes for which the code is still taken, the last one begun.
    public long minutesLeft(Instant now) {
        return Duration.between(now, expiresAt).plusSeconds(59).toMinutes();
    }

    /// The sessions whose seat waits for the code.
    public Set<UUID> held(Instant now) {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue().isHeld(now))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /// The same with another code.
    ///
    /// @param mailUntil no code goes to the address before; `null`: it was mailed
    /// @param seatsNow by session, as they are asked for
    public Pending again(Instant expires, @Nullable Instant mailUntil, Map<UUID, Seat> seatsNow) {
        return new Pending(address, expires, seatsNow, form, mailUntil, null);
    }

    /// The same with the code that came last, because no other was mailed.
    ///
    /// @param seatsNow by session, as they are asked for
    public Pending without(Instant mailUntil, Map<UUID, Seat> seatsNow) {
        return new Pending(address, expiresAt, seatsNow, form, mailUntil, isCodeThere());
    }

    public boolean isMailed() {
        return noMailUntil == null;
    }

    /// Something to type has come, or will.
    public boolean isCodeThere() {
        return isMailed() || Boolean.TRUE.equals(codeCame);
    }

    /// Minutes until another code is mailed, at least one.
    ///
    /// @return 0 where one was mailed, or is mailed again by now
    public long minutesWithoutMail(Instant now) {
        return noMailUntil == null || !now.isBefore(noMailUntil)
                ? 0
                : Duration.between(now, noMailUntil).plusSeconds(59).toMinutes();
    }
}
