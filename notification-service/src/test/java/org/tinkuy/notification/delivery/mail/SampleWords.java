package org.tinkuy.notification.delivery.mail;

import java.time.Clock;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.notice.mail.SampleLetters;

/// The words that features write their mails with, at the moment of the sample letters.
public final class SampleWords {

    private SampleWords() {}

    public static MailWords words() {
        return words(SampleLetters.CLOCK);
    }

    public static MailWords words(Clock clock) {
        return new TemplateWords(
                SampleLetters.SETTINGS, new MailFrom(SampleLetters.SETTINGS), clock);
    }

    static MailComposer aComposer() {
        return new MailComposer(
                new MailFrom(SampleLetters.SETTINGS), SampleLetters.SETTINGS, SampleLetters.CLOCK);
    }
}
