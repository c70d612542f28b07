package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;

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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.EmailAddress;
import org.tinkuy.registration.registration.Command.Register;
import org.tinkuy.registration.registration.Command.Registrant;
import org.tinkuy.registration.registration.Command.Wish;
import reactor.core.publisher.Mono;

/// The service's own parts, for tests that look behind the HTTP API.
final class Office {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicLong KEYS = new AtomicLong();

    final DatabaseClient database;
    final TransactionalOperator transaction;
    final DecideTogether decideTogether;
    final GroupCommit groupCommit;
    final PublishSession publishSession;
    final Clock clock;

    Office(BeanFactory beans) {
        this.database = beans.getBean(DatabaseClient.class);
        this.transaction = beans.getBean(TransactionalOperator.class);
        this.decideTogether = beans.getBean(DecideTogether.class);
        this.groupCommit = beans.getBean(GroupCommit.class);
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
    GroupCommit anotherInstance(int batch, int inFlight, int queue) {
        var instance =
                new GroupCommit(
                        decideTogether,
                        transaction,
                        new RegistrationProperties(batch, inFlight, queue, PATIENCE),
                        new SimpleMeterRegistry());
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
                        id, SessionFixtures.PROGRAMME, admission, capacity, endsAt, false);
        await(publishSession.publish(facts).as(transaction::transactional));
    }

    void cancel(SessionId id) {
        var facts =
                new PublishSession.Facts(
                        id, SessionFixtures.PROGRAMME, Admission.OPEN, null, null, true);
        await(publishSession.publish(facts).as(transaction::transactional));
    }

    void withdraw(SessionId id) {
        await(publishSession.withdraw(id).as(transaction::transactional));
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
        return new Register(registrant, wishes, aKey(), null);
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
        await(groupCommit.submit(new Command.Cancel(id, session, attendee, null)));
    }

    String status(SessionId session, AttendeeId attendee) {
        return result(
                database.sql(
                                """
                                SELECT concat_ws(' ', status, seat, reason) AS standing
                                FROM registrations
                                WHERE session_id = :session AND attendee_id = :attendee
                                """)
                        .bind("session", session.value())
                        .bind("attendee", attendee.value())
                        .map(row -> requireNonNull(row.get("standing", String.class)))
                        .one());
    }

    AttendeeId attendee(EmailAddress address) {
        return result(
                database.sql("SELECT id FROM attendees WHERE address = :address")
                        .bind("address", address.value())
                        .map(row -> new AttendeeId(requireNonNull(row.get("id", UUID.class))))
                        .one());
    }

    List<AttendeeId> confirmationsDue() {
        return result(
                database.sql("SELECT attendee_id FROM confirmations_due")
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
                                SELECT coalesce(traceparent, topic || ' without') AS traceparent
                                FROM outbox_messages WHERE data LIKE '%' || :session || '%'
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
                                SELECT json_array_elements_text(data::json -> 'together') AS id
                                FROM outbox_messages
                                WHERE topic = 'registrations'
                                  AND data::json ->> 'sessionId' = :session
                                  AND type <> 'registration-requested'
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
                                SELECT status, count(*) AS number FROM registrations
                                WHERE session_id = :session GROUP BY status
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
                                SELECT type FROM outbox_messages
                                WHERE topic = 'registrations'
                                  AND data::json ->> 'sessionId' = :session
                                ORDER BY position
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
