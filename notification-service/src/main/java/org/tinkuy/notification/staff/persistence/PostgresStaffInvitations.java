package org.tinkuy.notification.staff.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.staff.StaffInvitation;
import org.tinkuy.notification.staff.StaffInvitations;
import reactor.core.publisher.Mono;

@Repository
class PostgresStaffInvitations implements StaffInvitations {

    private final DatabaseClient database;

    PostgresStaffInvitations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(StaffInvitation invitation) {
        return database.sql(
                        """
                        insert into staff_invitations (id, programme_id, invited_by, address,
                            language, role, invited_at, expires_at)
                        values (:id, :programme, :by, :address, :language, :role, :invited_at,
                            :expires_at)
                        on conflict do nothing
                        """)
                .bind("id", invitation.id())
                .bind("programme", invitation.programme().value())
                .bind("by", invitation.by().value())
                .bind("address", invitation.address())
                .bind("language", invitation.language().tag())
                .bind("role", invitation.role())
                .bind("invited_at", invitation.invitedAt())
                .bind("expires_at", invitation.expiresAt())
                .then();
    }

    @Override
    public Mono<Map<UUID, StaffInvitation>> find(Collection<UUID> ids) {
        return database.sql("select * from staff_invitations where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PostgresStaffInvitations::invitation)
                .all()
                .collectMap(StaffInvitation::id);
    }

    @Override
    public Mono<Void> forget(Collection<UUID> ids) {
        return database.sql("delete from staff_invitations where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    private static StaffInvitation invitation(Readable row) {
        return new StaffInvitation(
                Columns.need(row, "id", UUID.class),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                new RecipientId(Columns.need(row, "invited_by", UUID.class)),
                Columns.need(row, "address", String.class),
                Language.orSpanish(Columns.need(row, "language", String.class)),
                Columns.need(row, "role", String.class),
                Columns.need(row, "invited_at", Instant.class),
                Columns.need(row, "expires_at", Instant.class));
    }
}
