package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.batch.GroupCommitSettings;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.IdempotencyKey;
import org.tinkuy.registration.seats.Origin;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.SessionFixtures;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Mono;

/// The service's own parts, for tests that look behind the HTTP API.
final class Office {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicLong KEYS = new AtomicLong();

    final DatabaseClient database;
    final TransactionalOperator transaction;
    final SeatBatches seatBatches;
    final WorkOffSeatTasks workOffSeatTasks;
    final GroupCommit<PoolId, Command, Reply> groupCommit;
    final PublishSession publishSession;
    final Clock clock;

    Office(BeanFactory beans) {
        this.database = beans.getBean(DatabaseClient.class);
        this.transaction = beans.getBean(TransactionalOperator.class);
        this.seatBatches = beans.getBean(SeatBatches.class);
        this.workOffSeatTasks = beans.getBean(WorkOffSeatTasks.class);
        this.groupCommit =
                beans.<GroupCommit<PoolId, Command, Reply>>getBeanProvider(
                                ParameterizedTypeReference.forType(
                                        ResolvableType.forClassWithGenerics(
                                                        GroupCommit.class,
                                                        PoolId.class,
                                                        Command.class,
                                                        Reply.class)
                                                .getType()))
                        .getObject();
        this.publishSession = beans.getBean(PublishSession.class);
        this.clock = beans.getBean(Clock.class);
    }

    static <T> @Nullable T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    static <T> T result(Mono<T> work) {
        return requireNonNull(await(work));
    }

    /// Another instance of the service on the same database.
    GroupCommit<PoolId, Command, Reply> anotherInstance(int batch, int inFlight, int queue) {
        return anotherInstance(batch, inFlight, queue, PATIENCE, new SimpleMeterRegistry());
    }

    GroupCommit<PoolId, Command, Reply> anotherInstance(
            int batch, int inFlight, int queue, Duration patience, MeterRegistry meters) {
        var instance =
                new GroupCommit<>(
                        seatBatches,
                        transaction,
                        new GroupCommitSettings(
                                "tinkuy.registration", batch, inFlight, queue, patience),
                        RegistrationOverloaded::new,
                        meters);
        instance.start();
        return instance;
    }

    SessionId aSession(@Nullable Integer capacity) {
        var id = new SessionId(UUID.randomUUID());
        publish(id, capacity);
        return id;
    }

    void publish(SessionId id, @Nullable Integer capacity) {
        publish(id, capacity, Admission.OPEN, null);
    }

    void publish(
            SessionId id,
            @Nullable Integer capacity,
            Admission admission,
            @Nullable Instant endsAt) {
        var facts =
                new PublishSession.Facts(
                        id, SessionFixtures.PROGRAMME, null, admission, capacity, endsAt, false);
        await(publishSession.publish(facts).as(transaction::transactional));
        untilFollowed(id);
    }

    void cancel(SessionId id) {
        var facts =
                new PublishSession.Facts(
                        id, SessionFixtures.PROGRAMME, null, Admission.OPEN, null, null, true);
        await(publishSession.publish(facts).as(transaction::transactional));
        untilFollowed(id);
    }

    void withdraw(SessionId id) {
        await(publishSession.withdraw(id).as(transaction::transactional));
        untilFollowed(id);
    }

    /// Until all that follows from what was published is done: by the service's own worker or here.
    private void untilFollowed(SessionId id) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> {
                    await(workOffSeatTasks.workOff());
                    return !hasSeatTask(id);
                });
    }

    boolean hasSeatTask(SessionId id) {
        return result(
                database.sql(
                                """
                                select exists (select from seat_tasks where pool_id = :pool) as is
                                """)
                        .bind("pool", PoolId.firstOf(id).value())
                        .map(row -> requireNonNull(row.get("is", Boolean.class)))
                        .one());
    }

    static AttendeeId anAttendee() {
        return new AttendeeId(UUID.randomUUID());
    }

    static IdempotencyKey aKey() {
        return new IdempotencyKey("key-of-a-test-" + KEYS.incrementAndGet(), "hash");
    }

    Register register(AttendeeId attendee, SessionId... sessions) {
        return register(new Registrant.SignedIn(attendee), sessions);
    }

    Register register(Registrant registrant, SessionId... sessions) {
        var wishes = List.of(sessions).stream().map(it -> new Wish(aRegistrationId(), it)).toList();
        return new Register(registrant, wishes, aKey(), Origin.UNKNOWN, null);
    }

    static Registrant aStranger(String address) {
        return new Registrant.Stranger(new EmailAddress(address), "Ana Quispe", "es", null);
    }

    RegistrationId aRegistrationId() {
        return new RegistrationId(TimeOrderedId.at(clock.instant()));
    }

    /// The line of the answer about the only session that was asked for.
    RegistrationAnswer.Line decide(Command command) {
        return answer(result(groupCommit.submit(command))).registrations().getFirst();
    }

    static RegistrationAnswer answer(Reply reply) {
        return ((Reply.Registered) reply).answer();
    }

    void cancel(RegistrationAnswer.Line line, SessionId session, AttendeeId attendee) {
        var id = new RegistrationId(requireNonNull(line.id()));
        await(
                groupCommit.submit(
                        new Command.Cancel(id, PoolId.firstOf(session), attendee, null, null)));
    }

    String status(SessionId session, AttendeeId attendee) {
        return result(
                database.sql(
                                """
                                select concat_ws(' ', status, case when status = 'pending' then seat end, reason)
                                    as standing
                                from registrations
                                where session_id = :session and attendee_id = :attendee
                                """)
                        .bind("session", session.value())
                        .bind("attendee", attendee.value())
                        .map(row -> requireNonNull(row.get("standing", String.class)))
                        .one());
    }

    AttendeeId attendee(EmailAddress address) {
        return result(
                database.sql("select id from attendees where address = :address")
                        .bind("address", address.value())
                        .map(row -> new AttendeeId(requireNonNull(row.get("id", UUID.class))))
                        .one());
    }

    List<AttendeeId> confirmationsDue() {
        return result(
                database.sql("select attendee_id from confirmations_due")
                        .map(row ->
                                new AttendeeId(requireNonNull(row.get("attendee_id", UUID.class))))
                        .all()
                        .collectList());
    }

    /// Of the messages that carry the session's id: about registrations, and those that mail codes.
    List<String> traces(SessionId session) {
        return result(
                database.sql(
                                """
                                select coalesce(traceparent, topic || ' without') as traceparent
                                from outbox_messages where data like '%' || :session || '%'
                                """)
                        .bind("session", session.value().toString())
                        .map(row -> requireNonNull(row.get("traceparent", String.class)))
                        .all()
                        .collectList());
    }

    /// What the last message about the session's registrations says was decided by the same act.
    List<String> together(SessionId session) {
        return result(
                database.sql(
                                """
                                select json_array_elements_text(data::json -> 'together') as id
                                from outbox_messages
                                where topic = 'registrations'
                                  and data::json ->> 'sessionId' = :session
                                  and type <> 'registration-requested'
                                """)
                        .bind("session", session.value().toString())
                        .map(row -> requireNonNull(row.get("id", String.class)))
                        .all()
                        .collectList());
    }

    /// How many registrations of the session have which status.
    Map<String, Long> statuses(SessionId session) {
        return result(
                database.sql(
                                """
                                select status, count(*) as number from registrations
                                where session_id = :session group by status
                                """)
                        .bind("session", session.value())
                        .map(row ->
                                Map.entry(
                                        requireNonNull(row.get("status", String.class)),
                                        requireNonNull(row.get("number", Long.class))))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The types of the messages about the session's registrations, in the order of their saving.
    List<String> messages(SessionId session) {
        return result(
                database.sql(
                                """
                                select type from outbox_messages
                                where topic = 'registrations'
                                  and data::json ->> 'sessionId' = :session
                                order by position
                                """)
                        .bind("session", session.value().toString())
                        .map(row -> requireNonNull(row.get("type", String.class)))
                        .all()
                        .collectList());
    }

    /// What the documented audit finds wrong; empty if nothing.
    List<Map<String, Object>> audit() {
        return result(database.sql(auditQuery()).fetch().all().collectList());
    }

    private static String auditQuery() {
        try {
            return new ClassPathResource("db/audit/seats.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
