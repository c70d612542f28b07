package org.tinkuy.session.programme.persistence;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Events;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.StillNeeded;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.PostgresDrafts;
import reactor.core.publisher.Mono;

@Repository
class PostgresEvents extends PostgresDrafts<EventId, Event, EventRow> implements Events {

    PostgresEvents(DatabaseClient database) {
        super(
                new JsonRows<>(database, "events", EventRow.class),
                EventId::value,
                EventRow::of,
                EventRow::toEvent);
    }

    /// Sessions refer to it.
    @Override
    public Mono<Void> remove(ProgrammeId programme, EventId id) {
        return super.remove(programme, id)
                .onErrorMap(DataIntegrityViolationException.class, _ -> new StillNeeded());
    }
}
