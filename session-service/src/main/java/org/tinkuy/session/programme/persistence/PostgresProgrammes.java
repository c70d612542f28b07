package org.tinkuy.session.programme.persistence;

import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.Events;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.rows.JsonRows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresProgrammes implements Programmes {

    private final JsonRows<ProgrammeRow> rows;
    private final Events events;

    PostgresProgrammes(DatabaseClient database, Events events) {
        this.rows = new JsonRows<>(database, "programmes", ProgrammeRow.class);
        this.events = events;
    }

    @Override
    public Mono<Boolean> add(Programme programme) {
        return rows.insertNew(List.of(ProgrammeRow.of(programme)))
                .map(added -> added == 1)
                .flatMap(added ->
                        added
                                ? events.add(programme.id(), programme.events()).thenReturn(true)
                                : Mono.just(false));
    }

    @Override
    public Mono<Programme> find(ProgrammeId id) {
        return select("id = :id", Map.of("id", id.value())).singleOrEmpty();
    }

    @Override
    public Mono<Programme> findBySlug(String slug) {
        return select("slug = :slug", Map.of("slug", slug)).singleOrEmpty();
    }

    @Override
    public Mono<Programme> lock(ProgrammeId id) {
        return select("id = :id for update", Map.of("id", id.value())).singleOrEmpty();
    }

    @Override
    public Flux<Programme> all() {
        return select("true order by added", Map.of());
    }

    @Override
    public Mono<Void> save(Programme programme) {
        return rows.put(List.of(ProgrammeRow.of(programme)));
    }

    @Override
    public Mono<Void> remove(ProgrammeId id) {
        return rows.delete("id = :id", Map.of("id", id.value()));
    }

    private Flux<Programme> select(String condition, Map<String, ?> values) {
        return rows.select(condition, values)
                .concatMap(row ->
                        events.of(new ProgrammeId(row.id())).collectList().map(row::toProgramme));
    }
}
