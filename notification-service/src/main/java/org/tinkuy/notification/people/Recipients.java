package org.tinkuy.notification.people;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/// The attendees, as far as mails need them.
public interface Recipients {

    /// @return those who were known and read another language, or have another time zone, than
    ///   before
    Mono<Set<RecipientId>> save(Map<RecipientId, Addressee> recipients);

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
