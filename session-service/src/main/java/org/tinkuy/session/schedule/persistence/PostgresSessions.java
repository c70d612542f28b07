package org.tinkuy.session.schedule.persistence;

import org.springframework.data.r2dbc.core.R2dbcEntityOperations;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.Sessions;
import org.tinkuy.session.schedule.WithdrawnSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresSessions implements Sessions {

    private final R2dbcEntityOperations entities;
    private final DatabaseClient database;

    PostgresSessions(R2dbcEntityOperations entities) {
        this.entities = entities;
        this.database = entities.getDatabaseClient();
    }

    @Override
    public Mono<Void> add(Session session) {
        return entities.insert(SessionRow.of(session)).then();
    }

    @Override
    public Mono<Session> find(SessionId id) {
        return rows(byId("select * from sessions where id = :id and not withdrawn", id))
                .one()
                .map(SessionRow::toSession);
    }

    @Override
    public Mono<Session> lock(SessionId id) {
        return rows(byId("select * from sessions where id = :id and not withdrawn for update", id))
                .one()
                .map(SessionRow::toSession);
    }

    @Override
    public Flux<Session> ofProgramme(ProgrammeId programme) {
        return rows(database.sql(
                                """
                                select * from sessions
                                where programme_id = :programme and not withdrawn
                                order by added
                                """)
                        .bind("programme", programme.value()))
                .all()
                .map(SessionRow::toSession);
    }

    @Override
    public Mono<Void> save(Session session) {
        return entities.update(SessionRow.of(session)).then();
    }

    @Override
    public Mono<Void> save(WithdrawnSession session) {
        return byId(
                        "update sessions set withdrawn = true, version = :version where id = :id",
                        session.id())
                .bind("version", session.version())
                .then();
    }

    @Override
    public Flux<WithdrawnSession> allWithdrawn() {
        return rows(database.sql("select * from sessions where withdrawn order by added"))
                .all()
                .map(row ->
                        new WithdrawnSession(
                                new SessionId(row.id()),
                                new ProgrammeId(row.programmeId()),
                                row.version()));
    }

    private GenericExecuteSpec byId(String sql, SessionId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static RowsFetchSpec<SessionRow> rows(GenericExecuteSpec query) {
        return query.mapProperties(SessionRow.class);
    }
}
