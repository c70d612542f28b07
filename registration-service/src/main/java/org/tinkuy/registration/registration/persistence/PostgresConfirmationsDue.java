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
import org.tinkuy.registration.registration.ConfirmationsDue;
import org.tinkuy.registration.seats.ConfirmationDue;
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
                        insert into confirmations_due (attendee_id, recorded_at)
                        values (:attendee, :now)
                        on conflict (attendee_id)
                            do update set mark = excluded.mark, recorded_at = excluded.recorded_at
                        """)
                .bind("attendee", attendee.value())
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<ConfirmationDue> find(AttendeeId attendee) {
        return database.sql("select * from confirmations_due where attendee_id = :attendee")
                .bind("attendee", attendee.value())
                .map(PostgresConfirmationsDue::due)
                .one();
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
                : database.sql(
                                """
                                delete from confirmations_due due
                                using unnest(:attendees, :marks) as done(attendee_id, mark)
                                where due.attendee_id = done.attendee_id and due.mark = done.mark
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
