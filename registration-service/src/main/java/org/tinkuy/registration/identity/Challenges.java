package org.tinkuy.registration.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tinkuy.email.EmailAddress;
import reactor.core.publisher.Mono;

/// The challenges that are open, and what their addresses were sent.
public interface Challenges {

    /// Counts that so many codes are asked for, and holds the counts until the transaction ends.
    Mono<Map<EmailAddress, MailAllowance>> countRequests(
            Map<EmailAddress, Integer> asked, Instant now);

    Mono<Void> countWrongAnswer(EmailAddress address, Instant now);

    Mono<Void> add(List<SignInChallenge> challenges);

    /// Holds the challenge until the transaction ends, so that two answers cannot use the same
    /// attempt; empty if there is none.
    Mono<SignInChallenge> lock(UUID id);

    Mono<Void> save(SignInChallenge answered);
}
