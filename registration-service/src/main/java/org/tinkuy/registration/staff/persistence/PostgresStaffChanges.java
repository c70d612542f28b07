package org.tinkuy.registration.staff.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.registration.seats.Words;
import org.tinkuy.registration.staff.StaffChange;
import org.tinkuy.registration.staff.StaffChanges;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

@Repository
class PostgresStaffChanges implements StaffChanges {

    private static final String RECORD =
            """
            insert into staff_changes
                (id, programme_id, at, by_id, what, address, role_before, role_after)
            values (:id, :programme, :at, :by, :what, :address, :before, :after)
            """;

    private final DatabaseClient database;

    PostgresStaffChanges(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> inTurn(UUID programme) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:staff, 0))")
                .bind("staff", "staff:" + programme)
                .then();
    }

    @Override
    public Mono<Void> record(StaffChange change) {
        return database.sql(RECORD)
                .bind("id", change.id())
                .bind("programme", change.programme())
                .bind("at", change.at())
                .bind("by", change.by().value())
                .bind("what", Words.of(change.what()))
                .bind("address", change.about().value())
                .bind("before", word(change.before()))
                .bind("after", word(change.after()))
                .then();
    }

    @Override
    public Mono<Long> invitedSince(UUID programme, Instant since) {
        return database.sql(
                        """
                        select count(*) from staff_changes
                        where programme_id = :programme and at > :since and what = 'invited'
                        """)
                .bind("programme", programme)
                .bind("since", since)
                .mapValue(Long.class)
                .one();
    }

    private static Parameter word(@Nullable Role role) {
        return role == null ? Parameters.in(String.class) : Parameters.in(role.name());
    }
}
