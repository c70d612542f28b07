package org.tinkuy.registration.identity;

import java.time.Duration;
import java.time.Instant;

/// How many codes an address is mailed. Whatever is above is not mailed, and whoever asks is told
/// so and until when: it counts for every address alike, so that it says nothing about one.
///
/// Both limits together bound the guesses: a challenge that was not mailed cannot be answered.
///
/// @param mails asked for in this window, these requests included
/// @param wrongAnswers in this window
public record MailAllowance(
        int mails, Instant mailsSince, int wrongAnswers, Instant wrongAnswersSince) {

    /// Enough for a family that shares an address, too few to annoy its owner much.
    static final int MAILS = 10;

    public static final Duration MAIL_WINDOW = Duration.ofHours(1);

    /// NIST SP 800-63B-4, 3.2.2: no more than 100 consecutive failed attempts. A day of them finds
    /// one code in ten thousand.
    static final int WRONG_ANSWERS = 100;

    public static final Duration WRONG_ANSWER_WINDOW = Duration.ofDays(1);

    /// Of `asked` requests that are the newest of [#mails], how many are mailed.
    int granted(int asked) {
        if (wrongAnswers >= WRONG_ANSWERS) {
            return 0;
        }
        var before = mails - asked;
        return Math.clamp((long) MAILS - before, 0, asked);
    }

    /// When an address that is granted nothing is mailed again.
    Instant spentUntil() {
        var mailsAgain = mailsSince.plus(MAIL_WINDOW);
        var answersAgain = wrongAnswersSince.plus(WRONG_ANSWER_WINDOW);
        if (wrongAnswers < WRONG_ANSWERS) {
            return mailsAgain;
        }
        return mails > MAILS && mailsAgain.isAfter(answersAgain) ? mailsAgain : answersAgain;
    }
}
