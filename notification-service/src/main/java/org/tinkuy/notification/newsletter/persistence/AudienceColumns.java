package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.newsletter.Audience;
import org.tinkuy.notification.people.SessionId;

/// Whom a campaign goes to, in the columns `of_session`, `of_event` and `waiting_too`; all are
/// empty where it goes to a list.
final class AudienceColumns {

    private AudienceColumns() {}

    static Parameter session(Audience audience) {
        return Columns.nullable(
                UUID.class,
                audience instanceof Audience.OfSession(var session, var _)
                        ? session.value()
                        : null);
    }

    static Parameter event(Audience audience) {
        return Columns.nullable(
                UUID.class, audience instanceof Audience.OfEvent(var event, var _) ? event : null);
    }

    static Parameter waitingToo(Audience audience) {
        return Columns.nullable(
                Boolean.class,
                audience instanceof Audience.Registered whom ? whom.waitingToo() : null);
    }

    static Audience audience(Readable row) {
        var waitingToo = row.get("waiting_too", Boolean.class);
        if (waitingToo == null) {
            return new Audience.Subscribers();
        }
        var session = row.get("of_session", UUID.class);
        return session == null
                ? new Audience.OfEvent(
                        Objects.requireNonNull(row.get("of_event", UUID.class)), waitingToo)
                : new Audience.OfSession(new SessionId(session), waitingToo);
    }
}
