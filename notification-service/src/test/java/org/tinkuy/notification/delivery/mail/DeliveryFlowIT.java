package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.notice.SignInCode;
import org.tinkuy.notification.people.Acts;

@RunningService
class DeliveryFlowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "a secret of at least thirty-two characters";

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    @Test
    void mailsTheCodeOfASignInOnce() throws Exception {
        var address = "sign-in-" + UUID.randomUUID() + "@example.org";
        var challenge = UUID.randomUUID();
        var id = UUID.randomUUID();
        for (var i = 0; i < 3; i++) {
            others.say(
                    "sign-ins",
                    "sign-in-requested",
                    challenge.toString(),
                    1,
                    id,
                    Acts.signInBody(challenge, address, null));
        }
        var mail = only(address);
        assertThat(mail.getSubject())
                .isEqualTo(SignInCode.of(challenge, SECRET).digits() + " is your Tinkuy code");
        fence();
        assertThat(server.received(address)).hasSize(1);
        assertThat(count("select count(*) from codes where address = $1", address)).isZero();
    }

    @Test
    void namesTheSessionThatACodeIsFor() throws Exception {
        var acts = new Acts(others).programmePublished();
        acts.sessionPublished(acts.firstSession);
        awaitSession(acts.firstSession);
        awaitProgramme(acts.programme);
        Acts.signIn(others, acts.address, acts.firstSession);
        assertThat(text(only(acts.address))).contains("Plenary · Mining and Development");
    }

    @Test
    void numbersSessionsWithoutATitleAsThePagesDo() throws Exception {
        var acts = new Acts(others).programmePublished();
        acts.sessionPublished(acts.firstSession, 31).sessionPublished(acts.secondSession, 30);
        awaitSession(acts.firstSession);
        awaitSession(acts.secondSession);
        awaitProgramme(acts.programme);

        Acts.signIn(others, acts.address, acts.firstSession);
        assertThat(text(only(acts.address))).contains("Plenary 2 · Mining and Development");
    }

    @Test
    void sendsAnswersToTheContactOfTheProgramme() throws Exception {
        var acts = new Acts(others).everythingKnown().programmeHasAContact("equipo@example.org");
        awaitSession(acts.firstSession);
        awaitContact(acts.programme);

        Acts.signIn(others, acts.address, acts.firstSession);
        assertThat(only(acts.address).getHeader("Reply-To")).containsExactly("equipo@example.org");

        acts.confirmed(acts.first, acts.firstSession, acts.first);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 2);
        var confirmation = server.received(acts.address).getLast().message();
        assertThat(confirmation.getHeader("Reply-To")).containsExactly("equipo@example.org");
        assertThat(text(confirmation)).contains("reaches the organisers: equipo@example.org");
    }

    @Test
    void doesNotHoldUpACodeForASessionItHasNotHeardOf() {
        var address = "early-" + UUID.randomUUID() + "@example.org";
        Acts.signIn(others, address, UUID.randomUUID());
        only(address);
    }

    @Test
    void confirmsEverythingThatOneActDecidedInOneMail() throws Exception {
        var acts = new Acts(others).everythingKnown();
        acts.confirmed(acts.first, acts.firstSession, acts.first, acts.second)
                .waitlisted(acts.second, acts.secondSession, acts.first, acts.second);
        var mail = only(acts.address);
        assertThat(mail.getSubject()).isEqualTo("1 confirmed, 1 on the waiting list");
        assertThat(text(mail)).contains("On the waiting list, number 4");
        var calendar = Biweekly.parse(calendar(mail)).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getEvents())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getUid().getValue())
                                .isEqualTo(acts.firstSession + "@tinkuy"));
        fence();
        assertThat(server.received(acts.address)).hasSize(1);
    }

    @Test
    void waitsForEveryRegistrationOfTheActAndCompletesByItself() {
        var acts = new Acts(others).everythingKnown();
        acts.confirmed(acts.first, acts.firstSession, acts.first, acts.second);
        awaitState("waiting", acts.attendee);
        fence();
        assertThat(server.received(acts.address)).isEmpty();
        acts.confirmed(acts.second, acts.secondSession, acts.first, acts.second);
        only(acts.address);
    }

    @Test
    void waitsForTheAttendeeTheSessionAndTheProgrammeInAnyOrder() {
        var acts = new Acts(others);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitState("waiting", acts.attendee);
        acts.sessionPublished(acts.firstSession).attendeeRecorded();
        fence();
        assertThat(server.received(acts.address)).isEmpty();
        acts.programmePublished();
        only(acts.address);
    }

    @Test
    void ignoresAnOldStateAndARepeatedOne() {
        var acts = new Acts(others).everythingKnown();
        acts.promoted(acts.first, acts.firstSession);
        only(acts.address);
        acts.waitlisted(acts.first, acts.firstSession, acts.first)
                .promoted(acts.first, acts.firstSession);
        fence();
        assertThat(server.received(acts.address)).hasSize(1);
    }

    @Test
    void takesACancelledSessionOutOfTheCalendar() throws Exception {
        var acts = new Acts(others).everythingKnown();
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        only(acts.address);
        acts.cancelled(acts.first, acts.firstSession);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 2);
        var mail = server.received(acts.address).getLast().message();
        assertThat(mail.getSubject()).startsWith("Registration cancelled");
        assertThat(Biweekly.parse(calendar(mail)).first().getMethod().getValue())
                .isEqualTo("CANCEL");
    }

    @Test
    void eachCalendarFileSupersedesTheOneBefore() throws Exception {
        var acts = new Acts(others).everythingKnown();
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 1);
        acts.cancelled(acts.first, acts.firstSession);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 2);
        acts.confirmedAgain(acts.first, acts.firstSession);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 3);

        var sequences = new ArrayList<Integer>();
        for (var mail : server.received(acts.address)) {
            var event = Biweekly.parse(calendar(mail.message())).first().getEvents().getFirst();
            sequences.add(event.getSequence().getValue());
        }
        assertThat(sequences).containsExactly(1, 2, 3);
    }

    /// Their calendar is one, and has one entry for the session.
    @Test
    void aSessionStaysInTheCalendarOfAFamilyAsLongAsOneOfThemComes() throws Exception {
        var ana = new Acts(others).everythingKnown();
        var ben = ana.ofAnotherInTheFamily().attendeeRecorded();
        ana.confirmed(ana.first, ana.firstSession, ana.first);
        ben.confirmed(ben.first, ben.firstSession, ben.first);
        awaitMails(ana.address, 2);

        ana.cancelled(ana.first, ana.firstSession);
        awaitMails(ana.address, 3);
        assertThat(text(server.received(ana.address).getLast().message()))
                .doesNotContain("removes it from your calendar");

        ben.cancelled(ben.first, ben.firstSession);
        awaitMails(ana.address, 4);
        assertThat(text(server.received(ana.address).getLast().message()))
                .contains("removes it from your calendar");
    }

    @Test
    void saysNothingOfAHoldThatExpired() {
        var acts = new Acts(others).everythingKnown();
        acts.holdExpired(acts.first, acts.firstSession);
        fence();
        assertThat(server.received(acts.address)).isEmpty();
    }

    @Test
    void saysNothingOfARequestThatNobodyConfirmedBeforeTheSessionWasCancelled() {
        var acts = new Acts(others).everythingKnown();
        acts.requested(acts.first, acts.firstSession)
                .cancelledBeforeConfirmed(acts.first, acts.firstSession);
        awaitRegistration(acts.first, "cancelled");
        fence();
        assertThat(server.received(acts.address)).isEmpty();
    }

    @Test
    void doesNotConfirmWhatWasCancelledMeanwhile() {
        var acts = new Acts(others);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        acts.cancelled(acts.first, acts.firstSession);
        awaitRegistration(acts.first, "cancelled");
        acts.everythingKnown();
        var mail = only(acts.address);
        assertThat(subject(mail)).startsWith("Registration cancelled");
        awaitState("expired", acts.attendee);
    }

    @Test
    void forgetsAnErasedPersonAndSendsNothingMore() {
        var acts = new Acts(others).attendeeRecorded();
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitState("waiting", acts.attendee);
        acts.attendeeErased();
        awaitState("failed", acts.attendee);
        assertThat(count("select count(*) from recipients where address = $1", acts.address))
                .isZero();
        acts.programmePublished().sessionPublished(acts.firstSession);
        acts.confirmed(acts.second, acts.firstSession, acts.second);
        fence();
        assertThat(server.received(acts.address)).isEmpty();
    }

    /// Everything that was said before has been handled when this mail is there.
    private void fence() {
        var acts = new Acts(others).everythingKnown();
        for (var i = 0; i < 12; i++) {
            var registration = UUID.randomUUID();
            acts.confirmed(registration, acts.firstSession, registration);
        }
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 12);
    }

    private MimeMessage only(String address) {
        await().atMost(PATIENCE).until(() -> !server.received(address).isEmpty());
        assertThat(server.received(address)).hasSize(1);
        return server.received(address).getFirst().message();
    }

    private void awaitState(String state, UUID recipient) {
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from all_deliveries where recipient_id = $1"
                                                + " and state = $2",
                                        recipient,
                                        state)
                                > 0);
    }

    private void awaitRegistration(UUID registration, String status) {
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from registrations where id = $1"
                                                + " and status = $2",
                                        registration,
                                        status)
                                == 1);
    }

    private void awaitMails(String address, int mails) {
        await().atMost(PATIENCE).until(() -> server.received(address).size() == mails);
    }

    private void awaitSession(UUID session) {
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from sessions where id = $1", session) == 1);
    }

    private void awaitContact(UUID programme) {
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from programmes"
                                                + " where id = $1 and contact is not null",
                                        programme)
                                == 1);
    }

    private void awaitProgramme(UUID programme) {
        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from programmes where id = $1", programme) == 1);
    }

    private long count(String sql, Object... values) {
        var query = database.sql(sql);
        for (var i = 0; i < values.length; i++) {
            query = query.bind(i, values[i]);
        }
        return Objects.requireNonNull(query.mapValue(Long.class).one().block());
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        var alternative =
                parts.getContentType().startsWith("multipart/mixed")
                        ? (MimeMultipart) parts.getBodyPart(0).getContent()
                        : parts;
        return (String) alternative.getBodyPart(0).getContent();
    }

    private static String calendar(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        return new String(
                parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
