package org.tinkuy.session.programme.persistence;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.Archive;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresArchive implements Archive {

    private final DatabaseClient database;

    PostgresArchive(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> add(ProgrammeId programme, Instant now) {
        return database.sql(
                        """
                        update programmes set archived_at = :now
                        where id = :programme and archived_at is null
                        """)
                .bind("programme", programme.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    @Override
    public Mono<Boolean> remove(ProgrammeId programme) {
        return database.sql(
                        """
                        update programmes set archived_at = null
                        where id = :programme and archived_at is not null
                        """)
                .bind("programme", programme.value())
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    @Override
    public Mono<Boolean> contains(ProgrammeId programme) {
        return database.sql(
                        """
                        select exists (
                            select from programmes
                            where id = :programme and archived_at is not null)
                        """)
                .bind("programme", programme.value())
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Flux<ProgrammeId> all() {
        return database.sql("select id from programmes where archived_at is not null")
                .mapValue(UUID.class)
                .all()
                .map(ProgrammeId::new);
    }
}
