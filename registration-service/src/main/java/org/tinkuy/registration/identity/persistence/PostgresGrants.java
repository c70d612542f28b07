package org.tinkuy.registration.identity.persistence;

import static org.tinkuy.registration.identity.persistence.Columns.optional;
import static org.tinkuy.registration.identity.persistence.Columns.required;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Grants;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Power;
import org.tinkuy.token.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresGrants implements Grants {

    private static final String GIVE =
            """
            insert into grants (attendee_id, role, programme_id, granted_at)
            values (:attendee, :role, :programme, :now)
            on conflict do nothing
            """;

    /// Who reads an address's mail has what anybody was given who proved to own it.
    private static final String OF =
            """
            select distinct grants.role, grants.programme_id
            from attendees self
            join attendees other using (address)
            join grants on grants.attendee_id = other.id
            where self.id = :attendee
            """;

    private static final String[] ORGANISING =
            Arrays.stream(Role.values())
                    .filter(role -> role.may(Power.ORGANISE))
                    .map(Role::name)
                    .toArray(String[]::new);

    private static final String ORGANISERS =
            """
            select distinct attendee_id from grants
            where role = any(:roles) and (programme_id is null or programme_id = :programme)
            """;

    private static final String IN =
            """
            select * from grants where programme_id is null or programme_id = :programme
            order by granted_at, attendee_id
            """;

    private static final String TAKE =
            """
            delete from grants where programme_id = :programme and attendee_id in (
                select same.id from attendees one join attendees same using (address)
                where one.id = :attendee)
            """;

    private final DatabaseClient database;

    PostgresGrants(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> give(AttendeeId attendee, Grant grant, Instant now) {
        return database.sql(GIVE)
                .bind("attendee", attendee.value())
                .bind("role", grant.role().name())
                .bind("programme", optional(grant.programmeId(), UUID.class))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(given -> given > 0);
    }

    @Override
    public Flux<Grant> of(AttendeeId attendee) {
        return database.sql(OF)
                .bind("attendee", attendee.value())
                .map(row ->
                        new Grant(
                                Role.valueOf(required(row, "role", String.class)),
                                row.get("programme_id", UUID.class)))
                .all();
    }

    @Override
    public Flux<AttendeeId> organisersOf(UUID programme) {
        return database.sql(ORGANISERS)
                .bind("roles", ORGANISING)
                .bind("programme", programme)
                .map(row -> new AttendeeId(required(row, "attendee_id", UUID.class)))
                .all();
    }

    @Override
    public Flux<Granted> in(UUID programme) {
        return database.sql(IN)
                .bind("programme", programme)
                .map(row ->
                        new Granted(
                                new AttendeeId(required(row, "attendee_id", UUID.class)),
                                Role.valueOf(required(row, "role", String.class)),
                                row.get("programme_id", UUID.class) == null,
                                required(row, "granted_at", Instant.class)))
                .all();
    }

    @Override
    public Mono<Void> take(AttendeeId attendee, UUID programme) {
        return database.sql(TAKE)
                .bind("attendee", attendee.value())
                .bind("programme", programme)
                .then();
    }
}
