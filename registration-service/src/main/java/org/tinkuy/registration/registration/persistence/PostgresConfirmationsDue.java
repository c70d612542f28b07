package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.longs;
import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.ConfirmationDue;
import org.tinkuy.registration.registration.ConfirmationsDue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresConfirmationsDue implements ConfirmationsDue {

    private final DatabaseClient database;

    PostgresConfirmationsDue(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> record(AttendeeId attendee, Instant now) {
        return database.sql(
                        """
                        INSERT INTO confirmations_due (attendee_id, recorded_at)
                        VALUES (:attendee, :now)
                        ON CONFLICT (attendee_id)
                            DO UPDATE SET mark = excluded.mark, recorded_at = excluded.recorded_at
                        """)
                .bind("attendee", attendee.value())
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<ConfirmationDue> find(AttendeeId attendee) {
        return database.sql("SELECT * FROM confirmations_due WHERE attendee_id = :attendee")
                .bind("attendee", attendee.value())
                .map(PostgresConfirmationsDue::due)
                .one();
    }

    @Override
    public Flux<ConfirmationDue> recordedBefore(Instant time, int limit) {
        return database.sql(
                        """
                        SELECT * FROM confirmations_due WHERE recorded_at <= :time
                        ORDER BY recorded_at LIMIT :limit
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
                : database.sql(
                                """
                                DELETE FROM confirmations_due due
                                USING unnest(:attendees, :marks) AS done(attendee_id, mark)
                                WHERE due.attendee_id = done.attendee_id AND due.mark = done.mark
                                """)
                        .bind("attendees", uuids(done, it -> it.attendee().value()))
                        .bind("marks", longs(done, ConfirmationDue::mark))
                        .then();
    }

    private static ConfirmationDue due(Readable row) {
        return new ConfirmationDue(
                new AttendeeId(required(row, "attendee_id", UUID.class)),
                required(row, "mark", Long.class));
    }
}
