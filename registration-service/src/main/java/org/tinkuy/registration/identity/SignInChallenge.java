package org.tinkuy.registration.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;

/// A code that was mailed, or was not because its address asked too often, and what became of it.
///
/// @param mailed `false`: nobody knows the code, and so nobody can guess it either
public record SignInChallenge(
        UUID id,
        EmailAddress address,
        String language,
        @Nullable ZoneId timeZone,
        boolean mailed,
        Instant expiresAt,
        int wrongAnswers,
        @Nullable Instant usedAt) {

    /// OWASP ASVS 5, 6.5.5: an out-of-band code lives for ten minutes at most.
    public static final Duration LIFE = Duration.ofMinutes(10);

    /// Of the mailed code.
    public static final int DIGITS = 6;

    /// Five guesses of a million codes.
    static final int ATTEMPTS = 5;

    /// What an answer leads to; the state after it is to be saved.
    sealed interface Answer {
        record Right(SignInChallenge after) implements Answer {}

        record Wrong(SignInChallenge after, int attemptsLeft) implements Answer {}

        record Over() implements Answer {}
    }

    static SignInChallenge opened(UUID id, SignIns.Request request, boolean mailed, Instant now) {
        return new SignInChallenge(
                id,
                request.address(),
                request.language(),
                request.timeZone(),
                mailed,
                now.plus(LIFE),
                0,
                null);
    }

    Answer answer(boolean codeMatches, Instant now) {
        if (usedAt != null || wrongAnswers >= ATTEMPTS || !now.isBefore(expiresAt)) {
            return new Answer.Over();
        }
        if (codeMatches && mailed) {
            return new Answer.Right(with(wrongAnswers, now));
        }
        var after = with(wrongAnswers + 1, null);
        return new Answer.Wrong(after, ATTEMPTS - after.wrongAnswers);
    }

    private SignInChallenge with(int wrongAnswers, @Nullable Instant usedAt) {
        return new SignInChallenge(
                id, address, language, timeZone, mailed, expiresAt, wrongAnswers, usedAt);
    }
}
