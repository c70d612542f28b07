package org.tinkuy.registration.identity.persistence;

import static org.tinkuy.registration.identity.persistence.Columns.required;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.CalendarGenerations;
import reactor.core.publisher.Mono;

@Repository
class PostgresCalendarGenerations implements CalendarGenerations {

    private final DatabaseClient database;

    PostgresCalendarGenerations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Integer> of(AttendeeId attendee) {
        return generation("select calendar_generation from attendees where id = :id", attendee);
    }

    @Override
    public Mono<Integer> renew(AttendeeId attendee) {
        return generation(
                """
                update attendees set calendar_generation = calendar_generation + 1
                where id = :id
                returning calendar_generation
                """,
                attendee);
    }

    private Mono<Integer> generation(String sql, AttendeeId attendee) {
        return database.sql(sql)
                .bind("id", attendee.value())
                .map(row -> required(row, "calendar_generation", Integer.class))
                .one();
    }
}
