package org.tinkuy.session.schedule.persistence;

import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.schedule.SchedulingRefused;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.Sessions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresSessions implements Sessions {

    private final DatabaseClient database;
    private final JsonRows<SessionRow> rows;

    PostgresSessions(DatabaseClient database) {
        this.database = database;
        this.rows = new JsonRows<>(database, "sessions", SessionRow.class);
    }

    @Override
    public Mono<Void> add(List<Session> sessions) {
        return rows.insert(sessions.stream().map(SessionRow::of).toList());
    }

    @Override
    public Mono<Boolean> addNew(Session session) {
        return rows.insertNew(List.of(SessionRow.of(session))).map(added -> added == 1);
    }

    @Override
    public Mono<Session> find(SessionId id) {
        return select("id = :id", Map.of("id", id.value())).singleOrEmpty();
    }

    @Override
    public Mono<Session> lock(SessionId id) {
        return select("id = :id for update", Map.of("id", id.value())).singleOrEmpty();
    }

    @Override
    public Mono<Long> count(ProgrammeId programme) {
        return database.sql("select count(*) from sessions where programme_id = :programme")
                .bind("programme", programme.value())
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Flux<Session> ofProgramme(ProgrammeId programme) {
        return select(
                "programme_id = :programme order by added", Map.of("programme", programme.value()));
    }

    /// Its event may have been taken out of the programme.
    @Override
    public Mono<Void> save(Session session) {
        return rows.put(List.of(SessionRow.of(session)))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> new SchedulingRefused.UnknownEvent());
    }

    @Override
    public Mono<Void> remove(SessionId id) {
        return database.sql("delete from sessions where id = :id").bind("id", id.value()).then();
    }

    private Flux<Session> select(String condition, Map<String, ?> values) {
        return rows.select(condition, values).map(SessionRow::toSession);
    }
}
