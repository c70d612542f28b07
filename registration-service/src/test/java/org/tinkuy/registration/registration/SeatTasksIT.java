package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tinkuy.registration.registration.Office.anAttendee;
import static org.tinkuy.registration.registration.Office.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.Command.FollowSession;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.SessionFixtures;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.testing.MovableTime;
import reactor.core.publisher.Mono;

@RunningService
class SeatTasksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 2 * WorkOffSeatTasks.PAGE + 100;

    @Autowired BeanFactory beans;
    @Autowired MovableTime time;
    @Autowired SeatTasks tasks;
    private Office office;

    @BeforeEach
    void open() {
        office = new Office(beans);
    }

    @AfterEach
    void nothingIsStrandedOrSoldTwice() {
        time.reset();
        assertThat(office.audit()).isEmpty();
    }

    @Test
    void whatAnInstanceLeftBehindInTheMiddleIsTakenUpByAnother() {
        var session = aSessionOf(PEOPLE);
        cancelAsIfTakenByAnother(session);
        endOnePage(session);

        Office.await(office.workOffSeatTasks.workOff());
        assertThat(office.statuses(session))
                .isEqualTo(Map.of("cancelled", 500L, "confirmed", 600L));

        time.pass(WorkOffSeatTasks.LEASE);
        untilFollowed(session);
        assertThat(office.statuses(session)).isEqualTo(Map.of("cancelled", (long) PEOPLE));
        assertThat(office.messages(session))
                .isEqualTo(Collections.nCopies(PEOPLE, "registration-cancelled"));
    }

    @Test
    void severalWorkersEndEveryRegistrationOnce() {
        var first = aSessionOf(PEOPLE);
        var second = aSessionOf(PEOPLE);
        publish(first, 0, true);
        publish(second, 0, true);

        Office.await(
                Mono.when(office.workOffSeatTasks.workOff(), office.workOffSeatTasks.workOff()));
        untilFollowed(first);
        untilFollowed(second);

        assertThat(office.statuses(first)).isEqualTo(Map.of("cancelled", (long) PEOPLE));
        assertThat(office.messages(first)).hasSize(PEOPLE);
        assertThat(office.messages(second)).hasSize(PEOPLE);
    }

    @Test
    void whatIsPublishedMeanwhileCounts() {
        var session = aSessionOf(PEOPLE);
        cancelAsIfTakenByAnother(session);
        endOnePage(session);
        var before = new SeatTask(PoolId.firstOf(session), -1);

        publish(session, PEOPLE, false);
        Office.await(tasks.finish(before, time.instant()));
        untilFollowed(session);

        assertThat(office.statuses(session))
                .isEqualTo(Map.of("cancelled", 500L, "confirmed", 600L));
        assertThat(office.decide(office.register(anAttendee(), session)).status())
                .isEqualTo("confirmed");
    }

    @Test
    void aGreaterCapacitySeatsALongWaitingListInPages() {
        var session = office.aSession(0);
        insert(session, "waitlisted");

        publish(session, PEOPLE - 1, false);
        untilFollowed(session);

        assertThat(office.statuses(session))
                .isEqualTo(Map.of("confirmed", PEOPLE - 1L, "waitlisted", 1L));
        assertThat(office.messages(session))
                .isEqualTo(Collections.nCopies(PEOPLE - 1, "registration-promoted"));
    }

    private SessionId aSessionOf(int people) {
        var session = office.aSession(people);
        insert(session, "confirmed");
        return session;
    }

    private void insert(SessionId session, String status) {
        var sql =
                """
                with people as (
                    insert into registrations (id, session_id, pool_id, programme_id, attendee_id,
                        version, status, requested_at, confirmed_at, waitlisted_at, waiting_order)
                    select gen_random_uuid(), :session, :session, :programme, gen_random_uuid(), 1,
                        :status, now(), case when :status = 'confirmed' then now() end,
                        case when :status = 'waitlisted' then now() end,
                        case when :status = 'waitlisted' then number end
                    from generate_series(1, :people) as number
                    returning status)
                update pools set
                    taken = (select count(*) from people where status = 'confirmed'),
                    waiting = (select count(*) from people where status = 'waitlisted'),
                    last_order = :people
                where id = :session returning id
                """;
        result(
                office.database
                        .sql(sql)
                        .bind("session", session.value())
                        .bind("programme", SessionFixtures.PROGRAMME.value())
                        .bind("status", status)
                        .bind("people", PEOPLE)
                        .fetch()
                        .one());
    }

    private void publish(SessionId session, int capacity, boolean cancelled) {
        Office.await(
                office.publishSession
                        .publish(facts(session, capacity, null, cancelled))
                        .as(office.transaction::transactional));
    }

    private static PublishSession.Facts facts(
            SessionId session, int capacity, @Nullable Instant endsAt, boolean cancelled) {
        return new PublishSession.Facts(
                session,
                SessionFixtures.PROGRAMME,
                null,
                Admission.OPEN,
                capacity,
                endsAt,
                cancelled);
    }

    private void cancelAsIfTakenByAnother(SessionId session) {
        Office.await(
                office.publishSession
                        .publish(facts(session, PEOPLE, null, true))
                        .then(
                                office.database
                                        .sql(
                                                "update seat_tasks set due_at = :due where pool_id = :id")
                                        .bind("due", time.instant().plus(WorkOffSeatTasks.LEASE))
                                        .bind("id", session.value())
                                        .then())
                        .as(office.transaction::transactional));
    }

    private void endOnePage(SessionId session) {
        Office.await(
                office.groupCommit.submit(
                        new FollowSession(PoolId.firstOf(session), WorkOffSeatTasks.PAGE)));
    }

    private void untilFollowed(SessionId session) {
        await().atMost(PATIENCE)
                .until(() -> {
                    Office.await(office.workOffSeatTasks.workOff());
                    return !office.hasSeatTask(session);
                });
    }
}
