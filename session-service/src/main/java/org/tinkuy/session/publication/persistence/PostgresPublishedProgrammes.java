package org.tinkuy.session.publication.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.publication.WithdrawnProgramme;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.TellPublishedStateChanged;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresPublishedProgrammes implements PublishedProgrammes {

    private final DatabaseClient database;
    private final JsonRows<PublishedProgrammeRow> rows;
    private final TellPublishedStateChanged changed;

    PostgresPublishedProgrammes(DatabaseClient database, TellPublishedStateChanged changed) {
        this.database = database;
        this.changed = changed;
        this.rows = new JsonRows<>(database, "published_programmes", PublishedProgrammeRow.class);
    }

    @Override
    public Mono<PublishedProgramme> find(ProgrammeId id) {
        return select("id = :id and withdrawn_at is null", Map.of("id", id.value()))
                .singleOrEmpty();
    }

    @Override
    public Mono<PublishedProgramme> findBySlug(String slug) {
        return select("slug = :slug and withdrawn_at is null", Map.of("slug", slug))
                .singleOrEmpty();
    }

    @Override
    public Flux<PublishedProgramme> all() {
        return select("withdrawn_at is null order by added", Map.of());
    }

    @Override
    public Mono<Void> save(PublishedProgramme programme) {
        return rows.put(List.of(PublishedProgrammeRow.of(programme))).then(changed.afterCommit());
    }

    /// Who spoke is nobody's business any more.
    @Override
    public Mono<Void> save(WithdrawnProgramme programme, Instant now) {
        return database.sql(
                        """
                        update published_programmes
                        set version = :version, withdrawn_at = :now,
                            document = document - 'speakers'
                        where id = :id
                        """)
                .bind("version", programme.version())
                .bind("now", now)
                .bind("id", programme.id().value())
                .then()
                .then(changed.afterCommit());
    }

    @Override
    public Mono<Long> version(ProgrammeId id) {
        return database.sql("select version from published_programmes where id = :id")
                .bind("id", id.value())
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Flux<WithdrawnProgramme> allWithdrawn() {
        return database.sql(
                        """
                        select id, version from published_programmes
                        where withdrawn_at is not null order by added
                        """)
                .map(row ->
                        new WithdrawnProgramme(
                                new ProgrammeId(requireNonNull(row.get("id", UUID.class))),
                                requireNonNull(row.get("version", Long.class))))
                .all();
    }

    private Flux<PublishedProgramme> select(String condition, Map<String, ?> values) {
        return rows.select(condition, values).map(PublishedProgrammeRow::toPublished);
    }
}
