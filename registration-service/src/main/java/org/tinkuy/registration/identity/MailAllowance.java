package org.tinkuy.registration.identity;

import java.time.Duration;

/// How many codes an address is mailed. Whatever is above is not mailed and nobody is told, so that
/// the answer says nothing about the address.
///
/// Both limits together bound the guesses: a challenge that was not mailed cannot be answered.
///
/// @param mails asked for in this window, these requests included
/// @param wrongAnswers in this window
public record MailAllowance(int mails, int wrongAnswers) {

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
}
