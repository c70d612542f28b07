package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.testing.KafkaLog;
import org.tinkuy.testing.Said;
import org.tinkuy.testing.Scenario;

/// What a poll brings is written set by set, and comes out as if each message had come alone.
@RunningService
class PollsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired Scenario scenario;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private final Instant now = Clock.systemUTC().instant();
    private final UUID programme = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final UUID ana = UUID.randomUUID();
    private final UUID luz = UUID.randomUUID();
    private final UUID eva = UUID.randomUUID();
    private Scenario.Given given;

    @BeforeEach
    void knowTheSession() {
        given =
                scenario.about(ana, luz, eva)
                        .given(
                                Said.sample(
                                                "session-service",
                                                "programmes",
                                                "programme-published",
                                                1)
                                        .about(programme),
                                Said.sample("session-service", "sessions", "session-published", 1)
                                        .about(session)
                                        .with("programmeId", programme)
                                        .with("date", "2099-05-26"));
    }

    @Test
    void keepsTheNewestStateOfAPersonThatComesTwice() {
        given.givenTogether(
                recorded(ana, "Ana"),
                recorded(luz, "Luz"),
                recorded(ana, "Ana María").at(3),
                recorded(ana, "Anita").at(2),
                recorded(ana, "Ana María").at(3));
        assertThat(name(ana)).isEqualTo("Ana María");
        assertThat(name(luz)).isEqualTo("Luz");
        given.givenTogether(recorded(ana, "Anita").at(2), recorded(luz, "Luz Marina").at(2));
        assertThat(name(ana)).isEqualTo("Ana María");
        assertThat(name(luz)).isEqualTo("Luz Marina");
    }

    @Test
    void forgetsWhoIsErasedAmongOthers() {
        var unknownSession = UUID.randomUUID();
        given.given(
                recorded(luz, "Luz"),
                confirmed(luz, UUID.randomUUID()).with("sessionId", unknownSession));
        given.givenTogether(
                recorded(ana, "Ana"),
                Said.tombstone("attendees", "attendee-erased", luz, 9),
                recorded(eva, "Eva"),
                Said.tombstone("attendees", "attendee-erased", eva, 9));
        assertThat(name(ana)).isEqualTo("Ana");
        assertThat(count("select count(*) from recipients where id = $1 and erased", luz)).isOne();
        assertThat(count("select count(*) from recipients where id = $1 and erased", eva)).isOne();
        assertThat(endings(luz)).containsExactly("failed");
    }

    @Test
    void putsThePersonAsideThatCannotBeReadAndKeepsTheOthers() {
        given.givenTogether(
                recorded(ana, "Ana"),
                recorded(luz, "Luz").with("name", List.of()),
                recorded(eva, "Eva"));
        KafkaLog.awaitFirst("error.attendees.notification-service.attendees", luz);
        assertThat(name(ana)).isEqualTo("Ana");
        assertThat(name(eva)).isEqualTo("Eva");
        assertThat(count("select count(*) from recipients where id = $1", luz)).isZero();
    }

    @Test
    void mailsACodeOnceHoweverOftenItsRequestComes() {
        var asked = signIn(ana);
        given.givenTogether(asked, signIn(luz), asked);
        awaitMails(ana, 1);
        awaitMails(luz, 1);
        awaitEnding(ana, "sent");
        given.givenTogether(asked, signIn(eva));
        awaitMails(eva, 1);
        assertThat(endings(ana)).containsExactly("sent");
        assertThat(count("select count(*) from codes where challenge_id = $1", ana)).isZero();
        assertThat(count("select count(*) from deliveries where recipient_id = $1", ana)).isZero();
        assertThat(server.received(address(ana))).hasSize(1);
    }

    @Test
    void putsTheSignInAsideThatCannotBeReadAndMailsTheOthers() {
        given.givenTogether(signIn(ana), signIn(luz).with("purpose", "curiosity"), signIn(eva));
        KafkaLog.awaitFirst("error.sign-ins.notification-service.signIns", luz);
        awaitMails(ana, 1);
        awaitMails(eva, 1);
        assertThat(server.received(address(luz))).isEmpty();
    }

    @Test
    void tellsOfEachStateThatFollowsAnother() throws Exception {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var other = UUID.randomUUID();
        given.given(recorded(ana, "Ana"), recorded(luz, "Luz"));
        given.givenTogether(
                confirmed(ana, first, first, second),
                confirmed(luz, other),
                confirmed(luz, other),
                cancelled(ana, first),
                confirmed(ana, second, first, second));
        awaitMails(ana, 2);
        awaitMails(luz, 1);
        assertThat(subjects(ana))
                .satisfiesExactlyInAnyOrder(
                        subject -> assertThat(subject).startsWith("Confirmed"),
                        subject -> assertThat(subject).startsWith("Registration cancelled"));
        given.givenTogether(confirmed(luz, other), confirmed(ana, first, first, second));
        assertThat(
                        count(
                                "select count(*) from registrations where id = $1 and status = 'cancelled'",
                                first))
                .isOne();
        assertThat(endings(luz)).containsExactly("sent");
    }

    @Test
    void tellsOfAnActAsAConfirmationWhereverItsPartsStand() throws Exception {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        given.given(recorded(ana, "Ana"));
        given.givenTogether(
                waitlisted(ana, first, first, second), confirmed(ana, second, first, second));
        awaitMails(ana, 1);
        assertThat(subjects(ana).getFirst()).isEqualTo("1 confirmed, 1 on the waiting list");
    }

    @Test
    void keepsNothingOfARequestThatIsNotConfirmed() {
        var registration = UUID.randomUUID();
        given.given(recorded(ana, "Ana"));
        given.givenTogether(requested(ana, registration), confirmed(luz, UUID.randomUUID()));
        assertThat(count("select count(*) from registrations where id = $1", registration))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from inbox_versions where key = $1",
                                registration.toString()))
                .isZero();
        given.givenTogether(
                requested(ana, registration),
                confirmed(ana, registration),
                cancelled(ana, registration));
        awaitMails(ana, 1);
        assertThat(count("select count(*) from registrations where id = $1", registration)).isOne();
    }

    @Test
    void putsTheRegistrationAsideThatCannotBeReadAndTellsOfTheOthers() {
        given.given(recorded(ana, "Ana"), recorded(eva, "Eva"));
        var bad = UUID.randomUUID();
        given.givenTogether(
                confirmed(ana, UUID.randomUUID()),
                confirmed(luz, bad).with("confirmedAt", "+300000-01-01T00:00:00Z"),
                confirmed(eva, UUID.randomUUID()));
        KafkaLog.awaitFirst("error.registrations.notification-service.registrations", bad);
        awaitMails(ana, 1);
        awaitMails(eva, 1);
    }

    private static Said recorded(UUID person, String name) {
        return Said.sample("registration-service", "attendees", "attendee-recorded", 1)
                .about(person)
                .with("address", address(person))
                .with("name", name)
                .with("language", "en");
    }

    /// The challenge has the person's id, so that its mails are found by it.
    private Said signIn(UUID challenge) {
        return Said.sample("registration-service", "sign-ins", "sign-in-requested", 1)
                .about(challenge)
                .with("challengeId", challenge)
                .with("address", address(challenge))
                .with("expiresAt", now.plus(Duration.ofMinutes(10)).toString());
    }

    private Said requested(UUID person, UUID registration) {
        return registration("requested", person, registration);
    }

    private Said confirmed(UUID person, UUID registration, UUID... together) {
        return registration("confirmed", person, registration, together)
                .with("confirmedAt", now.toString())
                .at(2);
    }

    private Said waitlisted(UUID person, UUID registration, UUID... together) {
        return registration("waitlisted", person, registration, together)
                .with("waitlistedAt", now.toString())
                .at(2);
    }

    private Said cancelled(UUID person, UUID registration) {
        return registration("cancelled", person, registration)
                .with("cancelledAt", now.toString())
                .at(3);
    }

    private Said registration(String what, UUID person, UUID registration, UUID... together) {
        return Said.sample("registration-service", "registrations", "registration-" + what, 1)
                .about(registration)
                .with("sessionId", session)
                .with("programmeId", programme)
                .with("attendeeId", person)
                .with("together", together.length == 0 ? List.of(registration) : together);
    }

    private static String address(UUID person) {
        return "polled-" + person + "@example.org";
    }

    private String name(UUID person) {
        return one("select name from recipients where id = $1", String.class, person);
    }

    private List<String> endings(UUID person) {
        return Objects.requireNonNull(
                database.sql("select state from ended_deliveries where recipient_id = $1")
                        .bind(0, person)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    private void awaitEnding(UUID person, String state) {
        await().atMost(PATIENCE).until(() -> endings(person).contains(state));
    }

    private void awaitMails(UUID person, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.received(address(person))).hasSize(count));
    }

    private List<String> subjects(UUID person) throws Exception {
        var subjects = new ArrayList<String>();
        for (var mail : server.received(address(person))) {
            subjects.add(mail.message().getSubject());
        }
        return subjects;
    }

    private long count(String sql, Object value) {
        return one(sql, Long.class, value);
    }

    private <T> T one(String sql, Class<T> type, Object value) {
        return Objects.requireNonNull(
                database.sql(sql).bind(0, value).mapValue(type).one().block());
    }
}
