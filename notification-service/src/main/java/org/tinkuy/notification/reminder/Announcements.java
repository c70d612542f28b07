package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Every time and place that was announced for a session, one after the other.
public interface Announcements {

    /// What was announced last; empty for a session that is new.
    Mono<Announcement> latest(SessionId session);

    /// @param now since when mails say so
    Mono<Void> add(SessionId session, long version, Announcement announced, Instant now);

    Mono<Map<SessionId, AnnouncedTimes>> of(Collection<SessionId> sessions);
}
