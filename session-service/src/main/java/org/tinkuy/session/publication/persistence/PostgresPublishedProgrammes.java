package org.tinkuy.session.publication.persistence;

import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.TellPublishedStateChanged;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresPublishedProgrammes implements PublishedProgrammes {

    private final JsonRows<PublishedProgrammeRow> rows;
    private final TellPublishedStateChanged changed;

    PostgresPublishedProgrammes(DatabaseClient database, TellPublishedStateChanged changed) {
        this.changed = changed;
        this.rows = new JsonRows<>(database, "published_programmes", PublishedProgrammeRow.class);
    }

    @Override
    public Mono<PublishedProgramme> find(ProgrammeId id) {
        return select("id = :id", Map.of("id", id.value())).singleOrEmpty();
    }

    @Override
    public Mono<PublishedProgramme> findBySlug(String slug) {
        return select("slug = :slug", Map.of("slug", slug)).singleOrEmpty();
    }

    @Override
    public Flux<PublishedProgramme> all() {
        return select("true order by added", Map.of());
    }

    @Override
    public Mono<Void> save(PublishedProgramme programme) {
        return rows.put(List.of(PublishedProgrammeRow.of(programme))).then(changed.afterCommit());
    }

    private Flux<PublishedProgramme> select(String condition, Map<String, ?> values) {
        return rows.select(condition, values).map(PublishedProgrammeRow::toPublished);
    }
}
