package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;

/// The lists: pending → confirmed → unsubscribed, and from there by asking again.
public interface Subscriptions {

    /// @param version grows with every change; the sequence of what is told of it
    record Subscription(
            SubscriptionId id, ProgrammeId programme, Language language, long version) {}

    /// @param newly whether it was not confirmed before
    record Confirmed(Subscription subscription, String address, boolean newly) {}

    /// What a mail's link is about.
    ///
    /// @param confirmed whether it receives the newsletter
    /// @param ended whether nothing is sent to it any more
    record Linked(ProgrammeId programme, String address, boolean confirmed, boolean ended) {}

    /// What an organiser sees of a list.
    ///
    /// @param suppressed of the confirmed ones, those whose address is not mailed any more
    record Size(long confirmed, long pending, long suppressed) {

        /// Who gets what is sent to the list.
        public long active() {
            return confirmed - suppressed;
        }
    }

    /// How many confirmation mails the address was granted since then. Until the transaction ends,
    /// nobody else asks for this address.
    Mono<Integer> mailedSince(EmailAddress address, Instant since);

    /// Keeps the request, and the address if it is new.
    Mono<SubscriptionId> ask(SubscriptionRequest request, UnsubscribeToken ifNew);

    /// Empty if no such request is open.
    Mono<Confirmed> confirm(UUID request, Instant now);

    /// What [#confirm] would confirm. Empty if no such request is open.
    Mono<Linked> requested(UUID request, Instant now);

    /// Empty if nobody has the token.
    Mono<Subscription> find(UnsubscribeToken token);

    /// Empty if nobody has the token.
    Mono<Linked> linked(UnsubscribeToken token);

    /// Empty if nobody has the address there.
    Mono<Subscription> find(ProgrammeId programme, EmailAddress address);

    /// Empty if it had ended before.
    Mono<Subscription> end(SubscriptionId id, Instant now);

    /// Whoever has the address of one of them reads in that one's language from now on.
    Mono<Void> follow(Collection<Addressee> readers);

    Mono<Void> log(Consent consent);

    Mono<Size> size(ProgrammeId programme, Set<String> suppressed);
}
