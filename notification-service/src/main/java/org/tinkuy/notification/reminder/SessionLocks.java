package org.tinkuy.notification.reminder;

import java.util.Set;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Who looks up a session's reminders waits until somebody else has changed them, and the other way
/// round; of two facts about one person the later one sees the earlier. Until a transaction ends.
public interface SessionLocks {

    Mono<Void> change(SessionId session);

    Mono<Void> read(Set<SessionId> sessions, Set<RecipientId> recipients);

    Mono<Void> await(Set<RecipientId> recipients);
}
