package org.tinkuy.notification.delivery.mail;

import org.tinkuy.notification.delivery.MailWords;

/// The words that features write their mails with, at the moment of the sample letters.
public final class SampleWords {

    private SampleWords() {}

    public static MailWords words() {
        return new TemplateWords(
                SampleLetters.SETTINGS, new MailFrom(SampleLetters.SETTINGS), SampleLetters.CLOCK);
    }
}
