package org.tinkuy.registration.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The challenges that are open, and what their addresses were sent.
public interface Challenges {

    /// So long after its code ran out a challenge can be asked for again: who comes late need not
    /// type everything anew.
    Duration KEPT_AFTER_EXPIRY = Duration.ofHours(1);

    /// Counts that so many codes are asked for, those of one mailbox together, and holds the counts
    /// until the transaction ends.
    Mono<Map<EmailAddress, MailAllowance>> countRequests(
            Map<EmailAddress, Integer> asked, Instant now);

    Mono<Void> countWrongAnswer(EmailAddress address, Instant now);

    Mono<Void> add(List<Opened> opened);

    /// @param renews the challenge in whose place this one is; `null`: in none's
    record Opened(SignInChallenge challenge, @Nullable UUID renews) {}

    Mono<SignInChallenge> find(UUID id);

    /// Holds the challenge until the transaction ends, so that two answers cannot use the same
    /// attempt; empty if there is none.
    Mono<SignInChallenge> lock(UUID id);

    /// Those in whose place this one is.
    Flux<UUID> renewedBy(SignInChallenge challenge);

    Mono<Void> save(SignInChallenge answered);

    /// Nothing can be done with it any more, nor with those in whose place it is or that are in
    /// its.
    Mono<Void> withdraw(SignInChallenge challenge, Instant now);

    /// What the open codes of an address would confirm.
    Flux<SignIns.Named> named(EmailAddress address, Instant now);
}
