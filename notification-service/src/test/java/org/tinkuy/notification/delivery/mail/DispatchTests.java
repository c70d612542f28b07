package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.notification.delivery.Reply;
import org.tinkuy.smtp.Handover;
import org.tinkuy.smtp.Handover.What;
import org.tinkuy.smtp.SmtpReply;

class DispatchTests {

    @ParameterizedTest
    @CsvSource({
        "550, 5.1.1 unknown, AddressRefused",
        "550, no such user, AddressRefused",
        "553, bad name, AddressRefused",
        "550, 5.2.1 mailbox disabled, AddressRefused",
        "552, 5.2.2 mailbox full, Refused",
        "550, 5.7.1 we do not like you, Refused",
        "554, relay access denied, Refused",
        "452, 4.2.2 mailbox full, Deferred",
        "451, 4.7.1 greylisted, Deferred",
        "421, 4.3.2 shutting down, Deferred"
    })
    void knowsWhatARefusalOfTheRecipientMeans(int code, String text, String reply) {
        assertThat(reply(What.RECIPIENT, code, text)).isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource({
        "SENDER, 550, 5.1.0 sender rejected, Deferred",
        "SENDER, 451, later, Deferred",
        "MESSAGE, 554, 5.6.0 spam, Refused",
        "MESSAGE, 550, 5.1.1 unknown after all, Refused",
        "MESSAGE, 452, 4.3.1 no room, Deferred"
    })
    void knowsThatOtherRefusalsAreNotAboutTheAddress(
            What what, int code, String text, String reply) {
        assertThat(reply(what, code, text)).isEqualTo(reply);
    }

    @Test
    void isUnsureOnlyOfWhatLeftAndWasNotAnswered() {
        assertThat(Dispatch.reply(new Handover.Unanswered("gone")))
                .isEqualTo(new Reply.Unknown("gone"));
        assertThat(Dispatch.reply(new Handover.Interrupted("gone")))
                .isEqualTo(new Reply.Deferred("gone"));
        assertThat(Dispatch.reply(new Handover.Taken(new SmtpReply(250, "ok"))))
                .isEqualTo(new Reply.Accepted());
    }

    private static String reply(What what, int code, String text) {
        return Dispatch.reply(new Handover.Refused(what, new SmtpReply(code, text)))
                .getClass()
                .getSimpleName();
    }
}
