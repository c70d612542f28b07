package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.notification.delivery.Reply;
import org.tinkuy.smtp.Handover.What;
import org.tinkuy.smtp.SmtpReply;

/// What mail servers really say.
class RefusalsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <ana@example.org>: Recipient address rejected: User unknown",
                "550 5.1.1 no sender, no relay, no policy: no such user",
                "550-5.1.1 The email account that you tried to reach does not exist.",
                "550 5.1.2 no such domain",
                "501 5.1.3 bad address syntax",
                "551 5.1.6 has moved",
                "556 5.1.10 recipient's domain has a null MX",
                "550 5.2.1 mailbox disabled",
                "550 5.1.0 no such address",
                "550 No such user here",
                "550 unknown user",
                "550 <sender-policy@spam.example.org> does not exist",
                "550 Requested action not taken: mailbox unavailable",
                "551 User not local",
                "553 mailbox name not allowed",
                "556 domain accepts no mail",
                "550 sorry, no mailbox here by that name (#5.1.1)"
            })
    void areAboutTheAddress(String said) {
        assertThat(meaning(What.RECIPIENT, said)).isInstanceOf(Reply.AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 Unable to relay",
                "554 5.7.1 <ana@example.org>: Relay access denied",
                "550 5.7.1 Service unavailable; client host blocked using zen.spamhaus.org",
                "550 5.7.26 unauthenticated email is not accepted due to DMARC policy",
                "550 5.1.5 what a strange thing to say",
                "550 5.1.7 sender's address is malformed",
                "550 5.1.8 sender's domain does not exist",
                "550 5.1.0 Sender denied",
                "550 5.2.0 something",
                "552 5.2.2 mailbox full",
                "550 5.4.1 all relays refused",
                "550 relay not permitted",
                "550 relaying denied",
                "550 authentication required",
                "550 Administrative prohibition",
                "550 Sender verify failed",
                "550 rejected because 192.0.2.1 is in a black list at dnsbl.example.org",
                "550 your IP is listed at example.org",
                "550 Blocked by policy",
                "550 too many messages, try again later",
                "550 mailbox is full",
                "552 mailbox over quota",
                "554 transaction failed",
                "521 this host takes no mail",
                "530 authentication required",
                "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"
            })
    void areAboutUsOrTheMailboxesRoom(String said) {
        assertThat(meaning(What.RECIPIENT, said)).isInstanceOf(Reply.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 Administrative prohibition",
                "550 This message was classified as spam",
                "554 5.7.1 rejected",
                "550 no such user"
            })
    void areAboutTheMessageOnceItWasRead(String said) {
        assertThat(meaning(What.MESSAGE, said)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void areAboutUsWhenTheSenderIsRefused() {
        assertThat(meaning(What.SENDER, "550 5.1.1 unknown"))
                .isEqualTo(new Reply.Deferred("550 5.1.1 unknown", true));
        assertThat(meaning(What.SENDER, "451 later")).isEqualTo(new Reply.Deferred("451 later"));
    }

    private static Reply meaning(What what, String said) {
        return Refusals.meaning(
                what, new SmtpReply(Integer.parseInt(said.substring(0, 3)), said.substring(4)));
    }
}
