package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.texts;
import static org.tinkuy.registration.registration.persistence.Columns.times;
import static org.tinkuy.registration.registration.persistence.Columns.uuids;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.RegistrationActs;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.Words;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresRegistrationActs implements RegistrationActs {

    private static final int MOST_OF_A_KIND = 100;

    private static final String RECORD =
            """
            insert into registration_acts (id, registration_id, at, organiser_id, what, text)
            select * from unnest(:ids, :registrations, :times, :organisers, :whats, :texts)
            """;

    private static final String FORGET_THOSE_BEFORE =
            """
            delete from registration_acts where id in (
                select id from (
                    select id, row_number() over (
                        partition by registration_id, what order by at desc, id desc) as recency
                    from registration_acts where registration_id = any(:registrations)) as acts
                where recency > :most)
            """;

    private final DatabaseClient database;

    PostgresRegistrationActs(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> record(List<Act> acts) {
        return acts.isEmpty()
                ? Mono.empty()
                : database.sql(RECORD)
                        .bind("ids", ids(acts))
                        .bind("registrations", uuids(acts, act -> act.registration().value()))
                        .bind("times", times(acts, Act::at))
                        .bind("organisers", uuids(acts, act -> act.organiser().value()))
                        .bind("whats", texts(acts, act -> Words.of(act.what())))
                        .bind("texts", texts(acts, Act::text))
                        .then()
                        .then(forgetThoseBefore(acts));
    }

    private Mono<Void> forgetThoseBefore(List<Act> acts) {
        return database.sql(FORGET_THOSE_BEFORE)
                .bind("registrations", uuids(acts, act -> act.registration().value()))
                .bind("most", MOST_OF_A_KIND)
                .then();
    }

    /// What happened at once is told in the order in which it did.
    private static UUID[] ids(List<Act> acts) {
        return acts.stream().map(act -> TimeOrderedId.at(act.at())).sorted().toArray(UUID[]::new);
    }

    @Override
    public Mono<Void> inTurn(RegistrationId registration) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:registration, 0))")
                .bind("registration", registration.value().toString())
                .then();
    }

    @Override
    public Flux<Act> of(RegistrationId registration) {
        return database.sql(
                        """
                        select * from (
                            select *, row_number() over (
                                partition by what order by at desc, id desc) as recency
                            from registration_acts where registration_id = :registration) as acts
                        where recency <= :most order by at, id
                        """)
                .bind("registration", registration.value())
                .bind("most", MOST_OF_A_KIND)
                .map(PostgresRegistrationActs::act)
                .all();
    }

    private static Act act(Readable row) {
        return new Act(
                new RegistrationId(required(row, "registration_id", UUID.class)),
                required(row, "at", Instant.class),
                new AttendeeId(required(row, "organiser_id", UUID.class)),
                Words.parse(What.class, required(row, "what", String.class)),
                row.get("text", String.class));
    }
}
