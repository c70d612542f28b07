package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.testing.MovableTime;
import tools.jackson.databind.JsonNode;

/// How many come to a programme.
@RunningService
class NumbersIT {

    private static People.SignedIn organiser;

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired MovableTime time;
    @Autowired BeanFactory beans;

    private final ProgrammeId programme = new ProgrammeId(UUID.randomUUID());
    private Office office;
    private Desk desk;

    @BeforeAll
    static void comesIn(@Autowired People people) {
        organiser = people.organiser();
    }

    @BeforeEach
    void open() {
        office = new Office(beans);
        desk = new Desk(http, people);
    }

    @AfterEach
    void today() {
        time.reset();
    }

    private SessionId sessionWith(int seats) {
        var id = new SessionId(UUID.randomUUID());
        var facts =
                new PublishSession.Facts(id, programme, null, Admission.OPEN, seats, null, false);
        Office.await(office.publishSession.publish(facts).as(office.transaction::transactional));
        return id;
    }

    private RegistrationAnswer.Line comes(AttendeeId who, SessionId session) {
        return office.decide(office.register(who, session));
    }

    private JsonNode numbers(String more) {
        return desk.get(
                organiser, "/api/registrations/numbers?programmeId=" + programme.value() + more);
    }

    @Test
    void laysTheSumOfASessionsSeatsOpen() {
        var session = sessionWith(5);
        var ana = Office.anAttendee();
        office.cancel(comes(ana, session), session, ana);
        comes(Office.anAttendee(), session);
        comes(Office.anAttendee(), session);
        desk.ask(People.strangersAddress(), "Caro", session);
        var full = sessionWith(1);
        comes(Office.anAttendee(), full);
        comes(Office.anAttendee(), full);

        var sessions = numbers("").path("sessions");

        assertThat(of(sessions, session).toString())
                .isEqualTo(
                        """
                        {"sessionId":"%s","capacity":5,"confirmed":2,"held":1,"free":2,"pending":1,\
                        "waiting":0,"cancelled":1,"lapsed":0}\
                        """
                                .formatted(session.value()));
        assertThat(of(sessions, full).path("free").asInt()).isZero();
        assertThat(of(sessions, full).path("waiting").asInt()).isEqualTo(1);
    }

    private static JsonNode of(JsonNode sessions, SessionId session) {
        return sessions.valueStream()
                .filter(one -> one.path("sessionId").asString().equals(session.value().toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsByTheDaysOfAClock() {
        var session = sessionWith(5);
        var ana = Office.anAttendee();
        var place = comes(ana, session);
        comes(Office.anAttendee(), session);
        var first = today(ZoneOffset.UTC);
        time.pass(Duration.ofDays(2));
        office.cancel(place, session, ana);
        var third = today(ZoneOffset.UTC);
        var far = ZoneId.of("Pacific/Kiritimati");
        var thirdFarAway = today(far);
        time.reset();

        assertThat(numbers("").path("days").toString())
                .isEqualTo(
                        """
                        [{"day":"%s","confirmed":2,"cancelled":0},{"day":"%s","confirmed":0,"cancelled":1}]\
                        """
                                .formatted(first, third));
        assertThat(numbers("&timeZone=" + far).at("/days/1/day").asString())
                .isEqualTo(thirdFarAway.toString());
    }

    private LocalDate today(ZoneId clock) {
        return office.clock.instant().atZone(clock).toLocalDate();
    }

    @Test
    void isForThoseWhoOrganiseTheProgramme() {
        var attendee = people.signIn(People.strangersAddress());

        Desk.problem(
                http.get()
                        .uri("/api/registrations/numbers?programmeId=" + programme.value())
                        .header(HttpHeaders.AUTHORIZATION, attendee.bearer())
                        .exchange(),
                403,
                "forbidden");
    }

    @Test
    void saysEverythingThatIsWrongWithWhatIsAsked() {
        var problem =
                Desk.problem(
                        http.get()
                                .uri("/api/registrations/numbers?timeZone=Nowhere")
                                .header(HttpHeaders.AUTHORIZATION, organiser.bearer())
                                .exchange(),
                        400,
                        "invalid-request");

        assertThat(problem.path("errors").valueStream().map(it -> it.path("field").asString()))
                .containsExactly("programmeId", "timeZone");
    }
}
