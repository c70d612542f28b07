package org.tinkuy.session.schedule.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.TellPublishedStateChanged;
import org.tinkuy.session.schedule.Nearby;
import org.tinkuy.session.schedule.PublishedSessions;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.WithdrawnSession;
import org.tinkuy.session.speaker.SpeakerId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresPublishedSessions implements PublishedSessions {

    private final DatabaseClient database;
    private final JsonRows<SessionRow> rows;
    private final TellPublishedStateChanged changed;

    PostgresPublishedSessions(DatabaseClient database, TellPublishedStateChanged changed) {
        this.changed = changed;
        this.database = database;
        this.rows = new JsonRows<>(database, "published_sessions", SessionRow.class);
    }

    @Override
    public Mono<Session> find(SessionId id) {
        return rows.select("id = :id and withdrawn_at is null", Map.of("id", id.value()))
                .singleOrEmpty()
                .map(SessionRow::toSession);
    }

    @Override
    public Mono<Boolean> wasPublished(SessionId id) {
        return rows.select("id = :id", Map.of("id", id.value())).hasElements();
    }

    @Override
    public Flux<Session> ofProgramme(ProgrammeId programme) {
        return rows.select(
                        "programme_id = :programme and withdrawn_at is null order by added",
                        Map.of("programme", programme.value()))
                .map(SessionRow::toSession);
    }

    @Override
    public Flux<Session> inTheWayOf(Session session, Nearby dates) {
        return rows.select(
                        """
                        programme_id = :programme and withdrawn_at is null
                            and date between :from and :to
                            and (speakers ?| :people or moderators ?| :people
                                or (:plenary and kind = 'plenary'))
                        """,
                        Map.of(
                                "programme",
                                session.programmeId().value(),
                                "from",
                                dates.from(),
                                "to",
                                dates.to(),
                                "people",
                                ids(session.people().all()),
                                "plenary",
                                session.kind() == SessionKind.PLENARY))
                .map(SessionRow::toSession);
    }

    private static String[] ids(Stream<SpeakerId> people) {
        return people.map(one -> one.value().toString()).toArray(String[]::new);
    }

    @Override
    public Flux<Session> naming(Collection<SpeakerId> people) {
        return rows.select(
                        """
                        withdrawn_at is null and cancelled_at is null
                            and (speakers ?| :people or moderators ?| :people)
                        """,
                        Map.of("people", ids(people.stream())))
                .map(SessionRow::toSession);
    }

    @Override
    public Mono<Void> save(List<Session> sessions) {
        return rows.put(sessions.stream().map(SessionRow::of).toList())
                .then(published(sessions))
                .then(changed.afterCommit());
    }

    private Mono<Void> published(List<Session> sessions) {
        return database.sql(
                        """
                        update published_sessions set withdrawn_at = null
                        where id = any(:ids) and withdrawn_at is not null
                        """)
                .bind(
                        "ids",
                        sessions.stream().map(session -> session.id().value()).toArray(UUID[]::new))
                .then();
    }

    @Override
    public Mono<Void> save(WithdrawnSession session, Instant now) {
        return database.sql(
                        """
                        update published_sessions
                        set withdrawn_at = :now, version = :version
                        where id = :id
                        """)
                .bind("id", session.id().value())
                .bind("version", session.version())
                .bind("now", now)
                .then()
                .then(changed.afterCommit());
    }

    @Override
    public Flux<WithdrawnSession> allWithdrawn() {
        return withdrawn("withdrawn_at is not null order by added", Map.of());
    }

    @Override
    public Flux<WithdrawnSession> withdrawnOf(ProgrammeId programme) {
        return withdrawn(
                "programme_id = :programme and withdrawn_at is not null order by added",
                Map.of("programme", programme.value()));
    }

    private Flux<WithdrawnSession> withdrawn(String condition, Map<String, ?> values) {
        return rows.select(condition, values)
                .map(SessionRow::toSession)
                .map(row -> new WithdrawnSession(row.id(), row.programmeId(), row.version()));
    }
}
