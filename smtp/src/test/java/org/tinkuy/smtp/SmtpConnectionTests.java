package org.tinkuy.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmtpConnectionTests {

    private static final String PLAIN_HELLO = "250 played.example.org";
    private static final String PIPELINING = "250-played.example.org\r\n250 PIPELINING";
    private static final String GO_ON = "250 ok\r\n250 ok\r\n354 go on";
    private static final String TAKEN_AND_GO_ON = "250 taken\r\n" + GO_ON;

    @Test
    void sendsAMessageTogetherWithTheNextEnvelope() throws Exception {
        try (var server =
                new PlayedServer("220 hi", PIPELINING, GO_ON, TAKEN_AND_GO_ON, "250 taken")) {
            var mails = new Mails("one@example.org", "two@example.org");
            send(server, mails);
            assertThat(mails.told).hasSize(2).allMatch(one -> one.contains("Taken"));
            assertThat(server.heard().subList(1, 4))
                    .containsExactly(
                            lines(
                                    "MAIL FROM:<from@example.org>",
                                    "RCPT TO:<one@example.org>",
                                    "DATA"),
                            lines(
                                    "To: one@example.org",
                                    ".",
                                    "MAIL FROM:<from@example.org>",
                                    "RCPT TO:<two@example.org>",
                                    "DATA"),
                            lines("To: two@example.org", "."));
        }
    }

    @Test
    void asksOneByOneWhereTheServerWantsItSo() throws Exception {
        try (var server =
                new PlayedServer(
                        "220 hi",
                        PLAIN_HELLO,
                        "250 ok",
                        "550 5.1.1 unknown",
                        "250 reset",
                        "250 ok",
                        "250 ok",
                        "354 go on",
                        "250 taken")) {
            var mails = new Mails("one@example.org", "two@example.org");
            send(server, mails);
            assertThat(mails.told.getFirst()).contains("RECIPIENT", "550 5.1.1 unknown");
            assertThat(mails.told.getLast()).contains("Taken");
            assertThat(server.heard().subList(1, 8))
                    .containsExactly(
                            "MAIL FROM:<from@example.org>\r\n",
                            "RCPT TO:<one@example.org>\r\n",
                            "RSET\r\n",
                            "MAIL FROM:<from@example.org>\r\n",
                            "RCPT TO:<two@example.org>\r\n",
                            "DATA\r\n",
                            "To: two@example.org\r\n.\r\n");
        }
    }

    @Test
    void goesOnAfterARefusedRecipientWithinAPipeline() throws Exception {
        try (var server =
                new PlayedServer(
                        "220 hi",
                        PIPELINING,
                        "250 ok\r\n550 unknown\r\n554 no valid recipients",
                        "250 reset\r\n" + GO_ON,
                        "250 taken")) {
            var mails = new Mails("one@example.org", "two@example.org");
            send(server, mails);
            assertThat(mails.told.getFirst()).contains("RECIPIENT", "550");
            assertThat(mails.told.getLast()).contains("Taken");
            assertThat(server.heard().get(2)).startsWith("RSET\r\nMAIL FROM");
        }
    }

    /// RFC 2920 §3.1 tells clients to expect it.
    @Test
    void endsAMessageForNobodyThatTheServerWantsToReadAllTheSame() throws Exception {
        try (var server =
                new PlayedServer(
                        "220 hi",
                        PIPELINING,
                        "250 ok\r\n550 unknown\r\n354 go on",
                        "554 no valid recipients",
                        GO_ON,
                        "250 taken")) {
            var mails = new Mails("one@example.org", "two@example.org");
            send(server, mails);
            assertThat(mails.told.getFirst()).contains("RECIPIENT", "550");
            assertThat(mails.told.getLast()).contains("Taken");
            assertThat(server.heard().get(2)).isEqualTo(".\r\n");
        }
    }

    @Test
    void knowsNothingOfTheOneMessageThatWasNotAnsweredAndNamesTheOneNotLookedAt() throws Exception {
        try (var server =
                new PlayedServer(
                        "220 hi", PIPELINING, GO_ON, TAKEN_AND_GO_ON, PlayedServer.HANG_UP)) {
            var mails = new Mails("one@example.org", "two@example.org", "three@example.org");
            var untouched = send(server, mails);
            assertThat(mails.told).hasSize(2);
            assertThat(mails.told.getFirst()).contains("Taken");
            assertThat(mails.told.getLast()).contains("Unanswered", "two@example.org");
            assertThat(untouched).isNotNull();
            assertThat(String.valueOf(untouched)).contains("three@example.org");
        }
    }

    @Test
    void isSureThatNothingArrivedBeforeTheServerAskedForIt() throws Exception {
        try (var server =
                new PlayedServer("220 hi", PIPELINING, "250 ok\r\n250 ok", PlayedServer.HANG_UP)) {
            var mails = new Mails("one@example.org", "two@example.org");
            assertThat(send(server, mails)).isNull();
            assertThat(mails.told).singleElement().asString().contains("Interrupted", "too long");
        }
    }

    @Test
    void blamesNoMessageForAConversationThatWasEndedWhileItRested() throws Exception {
        try (var server =
                        new PlayedServer(
                                "220 hi", PIPELINING, GO_ON, "250 taken", PlayedServer.HANG_UP);
                var connection = SmtpConnection.open(server.address(null, null))) {
            var first = new Mails("one@example.org");
            assertThat(connection.send(first)).isNull();
            connection.keep();
            var second = new Mails("two@example.org", "three@example.org");
            assertThat(String.valueOf(connection.send(second))).contains("two@example.org");
            assertThat(second.told).isEmpty();
            assertThat(connection.isUsable()).isFalse();
        }
    }

    @Test
    void stopsWhenTheServerEndsTheConversation() throws Exception {
        try (var server =
                new PlayedServer(
                        "220 hi", PIPELINING, GO_ON, "250 taken\r\n421 4.3.2 shutting down")) {
            var mails = new Mails("one@example.org", "two@example.org", "three@example.org");
            assertThat(send(server, mails)).isNull();
            assertThat(mails.told).hasSize(2);
            assertThat(mails.told.getLast()).contains("421 4.3.2 shutting down");
        }
    }

    @Test
    void stuffsDotsAndEndsTheLastLine() throws Exception {
        try (var server = new PlayedServer("220 hi", PIPELINING, GO_ON, "250 taken")) {
            var mails = new Mails();
            mails.add("one@example.org", ".\r\n..a\r\nb.\r\n.c");
            send(server, mails);
            assertThat(server.heard().get(2)).isEqualTo("..\r\n...a\r\nb.\r\n..c\r\n.\r\n");
        }
    }

    @Test
    void readsAnswersOfSeveralLines() throws Exception {
        try (var server =
                new PlayedServer(
                        "220-hello\r\n220-there\r\n220 friend",
                        PIPELINING,
                        GO_ON,
                        "552-5.3.4 too\r\n552 5.3.4 big")) {
            var mails = new Mails("one@example.org");
            send(server, mails);
            assertThat(mails.told.getFirst()).contains("552 5.3.4 too\n5.3.4 big");
        }
    }

    @Test
    void saysSoWhenTheOtherEndIsNoMailServer() {
        try (var server = new PlayedServer("HTTP/1.1 400 Bad Request")) {
            assertThatThrownBy(() -> SmtpConnection.open(server.address(null, null)))
                    .isInstanceOf(SmtpUnreachable.class)
                    .hasMessageContaining("does not speak SMTP");
        }
    }

    @Test
    void givesUpOnAServerThatSaysNothing() {
        try (var server = new PlayedServer()) {
            assertThatThrownBy(() -> SmtpConnection.open(server.address(null, null)))
                    .isInstanceOf(SmtpUnreachable.class)
                    .hasMessageContaining("too long");
        }
    }

    @Test
    void authenticatesInOneStep() throws Exception {
        try (var server = new PlayedServer("220 hi", "250-a\r\n250 AUTH LOGIN PLAIN", "235 ok")) {
            SmtpConnection.open(server.address("us", "secret")).close();
            assertThat(server.heard().get(1)).isEqualTo("AUTH PLAIN AHVzAHNlY3JldA==\r\n");
        }
    }

    @Test
    void authenticatesInStepsWhereNothingElseIsOffered() throws Exception {
        try (var server =
                new PlayedServer(
                        "220 hi",
                        "250-a\r\n250 AUTH LOGIN",
                        "334 VXNlcm5hbWU6",
                        "334 x",
                        "235 ok")) {
            SmtpConnection.open(server.address("us", "secret")).close();
            assertThat(server.heard().subList(1, 4))
                    .containsExactly("AUTH LOGIN\r\n", "dXM=\r\n", "c2VjcmV0\r\n");
        }
    }

    @Test
    void tellsWhatTheServerSaidOfAWrongPassword() {
        try (var server = new PlayedServer("220 hi", "250-a\r\n250 AUTH PLAIN", "535 5.7.8 no")) {
            assertThatThrownBy(() -> SmtpConnection.open(server.address("us", "wrong")))
                    .isInstanceOf(SmtpUnreachable.class)
                    .hasMessageContaining("535 5.7.8 no");
        }
    }

    @Test
    void speaksOnlyOverTlsWhereThatIsRequired() {
        try (var server = new PlayedServer("220 hi", PIPELINING)) {
            var address = server.address(null, null, SmtpServer.Tls.REQUIRED);
            assertThatThrownBy(() -> SmtpConnection.open(address))
                    .isInstanceOf(SmtpUnreachable.class)
                    .hasMessageContaining("offers no TLS");
        }
    }

    /// CVE-2011-0411: what was injected before the handshake must not count after it.
    @Test
    void hearsNothingThatWasSaidBeforeTheEncryptionBegan() {
        try (var server =
                new PlayedServer("220 hi", "250-a\r\n250 STARTTLS", "220 go\r\n250 AUTH PLAIN")) {
            assertThatThrownBy(() -> SmtpConnection.open(server.address(null, null)))
                    .isInstanceOf(SmtpUnreachable.class)
                    .hasMessageContaining("before the encryption");
        }
    }

    @Test
    void announcesAnAddressBeyondAscii() throws Exception {
        try (var server =
                new PlayedServer(
                        "220 hi", "250-a\r\n250-SMTPUTF8\r\n250 PIPELINING", GO_ON, "250 taken")) {
            var mails = new Mails("josé@señal.pe");
            send(server, mails);
            assertThat(server.heard().get(1))
                    .startsWith(
                            lines(
                                    "MAIL FROM:<from@example.org> SMTPUTF8",
                                    "RCPT TO:<josé@xn--seal-hqa.pe>"));
        }
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static OutgoingMails.@Nullable Outgoing send(PlayedServer server, Mails mails)
            throws SmtpUnreachable {
        try (var connection = SmtpConnection.open(server.address(null, null))) {
            return connection.send(mails);
        }
    }

    private static final class Mails implements OutgoingMails {

        private final Deque<Outgoing> waiting = new ArrayDeque<>();
        private final List<String> told = new ArrayList<>();

        Mails(String... recipients) throws Mailbox.Unusable {
            for (var recipient : recipients) {
                add(recipient, "To: " + recipient + "\r\n");
            }
        }

        void add(String recipient, String message) throws Mailbox.Unusable {
            waiting.add(
                    new Outgoing(
                            recipient,
                            Mailbox.of("from@example.org"),
                            Mailbox.of(recipient),
                            new WireBuffer().add(message)));
        }

        @Override
        public @Nullable Outgoing next() {
            return waiting.poll();
        }

        @Override
        public void handed(Outgoing outgoing, Handover handover) {
            told.add(outgoing.recipient() + " " + handover);
        }
    }
}
