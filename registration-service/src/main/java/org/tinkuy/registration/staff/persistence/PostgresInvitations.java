package org.tinkuy.registration.staff.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.staff.Invitation;
import org.tinkuy.registration.staff.Invitations;
import org.tinkuy.token.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresInvitations implements Invitations {

    private static final String ADD =
            """
            insert into staff_invitations
                (id, programme_id, address, role, language, invited_by, at, ends_at)
            values (:id, :programme, :address, :role, :language, :by, :at, :endsAt)
            """;

    private static final String REMOVE_THOSE_OF =
            """
            delete from staff_invitations
            where programme_id = :programme and invited_by = any(:inviters) returning *
            """;

    private final DatabaseClient database;

    PostgresInvitations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Invitation invitation) {
        return database.sql(ADD)
                .bind("id", invitation.id())
                .bind("programme", invitation.programme())
                .bind("address", invitation.address().value())
                .bind("role", invitation.role().name())
                .bind("language", invitation.language())
                .bind("by", invitation.by().value())
                .bind("at", invitation.at())
                .bind("endsAt", invitation.endsAt())
                .then();
    }

    @Override
    public Mono<Invitation> find(UUID id) {
        return database.sql("select * from staff_invitations where id = :id")
                .bind("id", id)
                .map(PostgresInvitations::invitation)
                .one();
    }

    @Override
    public Flux<Invitation> in(UUID programme) {
        return database.sql(
                        "select * from staff_invitations where programme_id = :programme"
                                + " order by at, id")
                .bind("programme", programme)
                .map(PostgresInvitations::invitation)
                .all();
    }

    @Override
    public Mono<Invitation> remove(UUID id) {
        return database.sql("delete from staff_invitations where id = :id returning *")
                .bind("id", id)
                .map(PostgresInvitations::invitation)
                .one();
    }

    @Override
    public Mono<Invitation> remove(UUID programme, EmailAddress address) {
        return database.sql(
                        """
                        delete from staff_invitations
                        where programme_id = :programme and address = :address returning *
                        """)
                .bind("programme", programme)
                .bind("address", address.value())
                .map(PostgresInvitations::invitation)
                .one();
    }

    @Override
    public Flux<Invitation> removeThoseOf(UUID programme, List<AttendeeId> inviters) {
        return database.sql(REMOVE_THOSE_OF)
                .bind("programme", programme)
                .bind("inviters", inviters.stream().map(AttendeeId::value).toArray(UUID[]::new))
                .map(PostgresInvitations::invitation)
                .all();
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                required(row, "id", UUID.class),
                required(row, "programme_id", UUID.class),
                new EmailAddress(required(row, "address", String.class)),
                Role.valueOf(required(row, "role", String.class)),
                required(row, "language", String.class),
                new AttendeeId(required(row, "invited_by", UUID.class)),
                required(row, "at", Instant.class),
                required(row, "ends_at", Instant.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }
}
