package org.tinkuy.session.schedule.persistence;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.rows.KeptParts;
import org.tinkuy.session.schedule.FormerSessions;
import org.tinkuy.session.schedule.Session;
import reactor.core.publisher.Flux;

@Repository
class PostgresFormerSessions implements FormerSessions {

    private final KeptParts<SessionRow> parts;

    PostgresFormerSessions(DatabaseClient database) {
        this.parts = new KeptParts<>(database, "former_sessions", SessionRow.class);
    }

    @Override
    public Flux<Session> of(ProgrammeId programme, long number) {
        return parts.of(programme, number).map(SessionRow::toSession);
    }

    @Override
    public Flux<Change> changes(ProgrammeId programme, long number) {
        return parts.changes(programme, number)
                .map(change -> new Change(session(change.before()), session(change.after())));
    }

    private static @Nullable Session session(@Nullable SessionRow row) {
        return row == null ? null : row.toSession();
    }
}
