package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.ConfirmationsDue;
import org.tinkuy.registration.seats.ConfirmationDue;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresConfirmationsDue implements ConfirmationsDue {

    private final DatabaseClient database;

    PostgresConfirmationsDue(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> record(ConfirmationDue due, Instant now) {
        return database.sql(
                        """
                        insert into confirmations_due
                            (challenge_id, attendee_id, session_ids, recorded_at)
                        values (:challenge, :attendee, :sessions, :now)
                        """)
                .bind("challenge", due.challenge())
                .bind("attendee", due.attendee().value())
                .bind("sessions", uuids(due.sessions(), SessionId::value))
                .bind("now", now)
                .then();
    }

    @Override
    public Flux<ConfirmationDue> recordedBefore(Instant time, int limit) {
        return database.sql(
                        """
                        select * from confirmations_due where recorded_at <= :time
                        order by recorded_at limit :limit
                        """)
                .bind("time", time)
                .bind("limit", limit)
                .map(PostgresConfirmationsDue::due)
                .all();
    }

    @Override
    public Mono<Void> strikeOff(Collection<ConfirmationDue> done) {
        return done.isEmpty()
                ? Mono.empty()
                : database.sql("delete from confirmations_due where challenge_id = any(:done)")
                        .bind("done", uuids(done, ConfirmationDue::challenge))
                        .then();
    }

    private static ConfirmationDue due(Readable row) {
        return new ConfirmationDue(
                required(row, "challenge_id", UUID.class),
                new AttendeeId(required(row, "attendee_id", UUID.class)),
                sessions(row));
    }

    private static List<SessionId> sessions(Readable row) {
        return Stream.of(required(row, "session_ids", UUID[].class)).map(SessionId::new).toList();
    }
}
