package org.tinkuy.session.programme.persistence;

import io.r2dbc.postgresql.codec.Json;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresProgrammes implements Programmes {

    private final DatabaseClient database;

    PostgresProgrammes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> add(Programme programme) {
        return database.sql(
                        """
                        insert into programmes (id, slug, version, document)
                        values (:id, :slug, :version, :document)
                        on conflict (slug) do nothing
                        """)
                .bind("id", programme.id().value())
                .bind("slug", programme.slug())
                .bind("version", programme.version())
                .bind("document", Json.of(ProgrammeDocument.write(programme)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Programme> find(ProgrammeId id) {
        return programmes(byId("select document from programmes where id = :id", id)).one();
    }

    @Override
    public Mono<Programme> findBySlug(String slug) {
        return programmes(
                        database.sql("select document from programmes where slug = :slug")
                                .bind("slug", slug))
                .one();
    }

    @Override
    public Mono<Programme> lock(ProgrammeId id) {
        return programmes(byId("select document from programmes where id = :id for update", id))
                .one();
    }

    @Override
    public Flux<Programme> all() {
        return programmes(database.sql("select document from programmes order by added")).all();
    }

    private GenericExecuteSpec byId(String sql, ProgrammeId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static RowsFetchSpec<Programme> programmes(GenericExecuteSpec query) {
        return query.map(row ->
                ProgrammeDocument.read(
                        Objects.requireNonNull(row.get("document", Json.class)).asString()));
    }
}
