package org.tinkuy.registration.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;

/// A code that was mailed, or was not because its address asked too often, and what became of it.
///
/// @param named what the code confirms; `null`: a plain sign-in
/// @param mailed `false`: nobody knows the code, and so nobody can guess it either
/// @param firstId of the challenge that was asked for first, in whose place this one is after all
/// @param round from 1; one more each time that a new code was asked for in place of another
/// @param renewed a new code was asked for in its place
public record SignInChallenge(
        UUID id,
        EmailAddress address,
        String language,
        @Nullable ZoneId timeZone,
        SignIns.@Nullable Named named,
        boolean mailed,
        Instant expiresAt,
        int wrongAnswers,
        @Nullable Instant usedAt,
        UUID firstId,
        int round,
        boolean renewed) {

    /// OWASP ASVS 5, 6.5.5: an out-of-band code lives for ten minutes at most.
    public static final Duration LIFE = Duration.ofMinutes(10);

    /// Of the mailed code.
    public static final int DIGITS = 6;

    /// Five guesses of a million codes.
    static final int ATTEMPTS = 5;

    /// What its code is good for.
    public enum State {
        OPEN,
        /// A new code was asked for in its place.
        RENEWED,
        /// Used, guessed too often or expired.
        OVER
    }

    /// Which code was typed.
    enum Typed {
        OWN,
        /// Of a challenge in whose place this one is.
        OLDER,
        NONE
    }

    /// What an answer leads to; the state after it is to be saved.
    sealed interface Answer {

        record Right(SignInChallenge after) implements Answer {}

        record Wrong(SignInChallenge after, int attemptsLeft) implements Answer {}

        /// It was the right one until a new one was asked for; costs no attempt.
        record Renewed() implements Answer {}

        record Over() implements Answer {}
    }

    /// Whose place it takes, and its round, are found out when it is saved.
    static SignInChallenge opened(UUID id, SignIns.Request request, boolean mailed, Instant now) {
        return new SignInChallenge(
                id,
                request.address(),
                request.language(),
                request.timeZone(),
                request.named(),
                mailed,
                now.plus(LIFE),
                0,
                null,
                id,
                1,
                false);
    }

    State state(Instant now) {
        if (isUsedUp()) {
            return State.OVER;
        }
        if (renewed) {
            return State.RENEWED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.OVER;
    }

    private boolean isUsedUp() {
        return usedAt != null || wrongAnswers >= ATTEMPTS;
    }

    Answer answer(Typed typed, Instant now) {
        if (isUsedUp()) {
            return new Answer.Over();
        }
        var isOlder = typed == Typed.OLDER || (typed == Typed.OWN && renewed);
        if (isOlder) {
            return new Answer.Renewed();
        }
        if (!now.isBefore(expiresAt)) {
            return new Answer.Over();
        }
        if (typed == Typed.OWN && mailed) {
            return new Answer.Right(with(wrongAnswers, now));
        }
        var after = with(wrongAnswers + 1, null);
        return new Answer.Wrong(after, ATTEMPTS - after.wrongAnswers);
    }

    private SignInChallenge with(int wrongAnswers, @Nullable Instant usedAt) {
        return new SignInChallenge(
                id,
                address,
                language,
                timeZone,
                named,
                mailed,
                expiresAt,
                wrongAnswers,
                usedAt,
                firstId,
                round,
                renewed);
    }
}
