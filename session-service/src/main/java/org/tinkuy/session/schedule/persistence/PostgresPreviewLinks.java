package org.tinkuy.session.schedule.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.PreviewLink;
import org.tinkuy.session.schedule.PreviewLinks;
import org.tinkuy.session.schedule.PreviewSecret;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresPreviewLinks implements PreviewLinks {

    private final DatabaseClient database;

    PostgresPreviewLinks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(PreviewLink link, PreviewSecret secret) {
        return database.sql(
                        """
                        insert into preview_links (id, programme_id, secret_hash, made_by, made_at,
                            ends_at)
                        values (:id, :programme, :hash, :by, :at, :ends)
                        """)
                .bind("id", link.id())
                .bind("programme", link.programme().value())
                .bind("hash", secret.hash())
                .bind("by", link.by())
                .bind("at", link.at())
                .bind("ends", link.endsAt())
                .then();
    }

    @Override
    public Mono<PreviewLink> find(PreviewSecret secret) {
        return database.sql("select * from preview_links where secret_hash = :hash")
                .bind("hash", secret.hash())
                .map(PostgresPreviewLinks::link)
                .one();
    }

    @Override
    public Flux<PreviewLink> of(ProgrammeId programme) {
        return database.sql(
                        """
                        select * from preview_links where programme_id = :programme
                        order by made_at desc, id
                        """)
                .bind("programme", programme.value())
                .map(PostgresPreviewLinks::link)
                .all();
    }

    @Override
    public Mono<Void> remove(ProgrammeId programme, UUID link) {
        return database.sql(
                        "delete from preview_links where programme_id = :programme and id = :id")
                .bind("programme", programme.value())
                .bind("id", link)
                .then();
    }

    private static PreviewLink link(Readable row) {
        return new PreviewLink(
                need(row, "id", UUID.class),
                new ProgrammeId(need(row, "programme_id", UUID.class)),
                need(row, "made_by", UUID.class),
                need(row, "made_at", Instant.class),
                need(row, "ends_at", Instant.class));
    }

    private static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
