package org.tinkuy.notification.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The attendees, as far as mails need them.
public interface Recipients {

    /// @param preferencesSetAt when the person last set their language or time zone, also to what
    ///   it was already; `null`: never
    record Recorded(Addressee addressee, @Nullable Instant preferencesSetAt) {}

    /// @return those who set their language or time zone since they were last recorded, or were
    ///   known and have others now
    Mono<Set<RecipientId>> save(Map<RecipientId, Recorded> recipients);

    /// Whoever is not known, or was erased, is absent.
    Mono<Map<RecipientId, Addressee>> addressees(Collection<RecipientId> ids);

    /// The names that people of these addresses gave, by address.
    Mono<Map<String, String>> names(Collection<String> addresses);

    /// Whoever has one of these.
    Mono<Set<RecipientId>> withAddresses(Collection<String> addresses);

    Mono<Set<RecipientId>> erased(Collection<RecipientId> ids);

    /// Leaves nothing but the id.
    ///
    /// @return the address that they had, if they were known
    Mono<String> erase(RecipientId id);
}
