package org.tinkuy.registration.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import reactor.core.publisher.Mono;

/// Challenges by mailed code. Every method takes part in the caller's transaction where there is
/// one.
public interface SignIns {

    enum Purpose {
        SIGN_IN,
        REGISTRATION
    }

    /// What a code confirms when it comes back: one person at these sessions.
    ///
    /// @param sessionIds at least one
    /// @param full those of them that had no seat left when it was asked for
    record Named(String name, List<UUID> sessionIds, Set<UUID> full) {

        public Named {
            sessionIds = List.copyOf(sessionIds);
            full = Set.copyOf(full);
        }

        public Named(String name, List<UUID> sessionIds) {
            this(name, sessionIds, Set.of());
        }
    }

    /// @param named `null`: a plain sign-in
    /// @param renews the challenge in whose place it is asked for; `null`: in none's
    record Request(
            EmailAddress address,
            String language,
            @Nullable ZoneId timeZone,
            @Nullable Named named,
            @Nullable UUID renews,
            @Nullable String traceparent) {

        public Purpose purpose() {
            return named == null ? Purpose.SIGN_IN : Purpose.REGISTRATION;
        }

        public List<UUID> sessionIds() {
            return named == null ? List.of() : named.sessionIds();
        }

        public List<UUID> fullSessionIds() {
            return sessionIds().stream()
                    .filter(id -> named != null && named.full().contains(id))
                    .toList();
        }
    }

    /// @param sessionIds those that no other open challenge of the person names
    record Withdrawn(PersonKey person, Set<UUID> sessionIds) {}

    /// A request that is to be made once more.
    ///
    /// @param firstAskedAt when it was made for the first time
    record Again(Request request, Instant firstAskedAt) {}

    /// @param browserSecret proves that the browser that asked is the one that answers; derived
    ///   from the id, never stored
    /// @param notMailedUntil no code was mailed, because the address was sent as many as it may be;
    ///   from then on one is mailed again. `null`: it was mailed
    record Challenge(
            UUID id, String browserSecret, Instant expiresAt, @Nullable Instant notMailedUntil) {}

    /// Opens one challenge per request, in the order of the requests. An address that asked too
    /// often gets a challenge like any other, but no mail: known or not, which nobody is told.
    Mono<List<Challenge>> open(List<Request> requests, Instant now);

    /// What the code of a challenge is good for, told to whoever knows the id, which cannot be
    /// guessed; of one that is not there, or not any more, as of one that is over.
    Mono<SignInChallenge.State> state(UUID challengeId, Instant now);

    /// What was asked with a challenge, to ask it once more from the same browser. Fails with a
    /// [SignInRefused] if its code was used, or it is forgotten.
    Mono<Again> again(UUID challengeId, String browserSecret);

    /// Makes a challenge's code, and those in whose place it is, no good. Fails with a
    /// [SignInRefused] in another browser.
    ///
    /// @return what no code can confirm any more; empty after a plain sign-in, or if a code came
    ///   back before
    Mono<Withdrawn> withdraw(UUID challengeId, String browserSecret, Instant now);

    /// The secret of a challenge that was opened before, for an answer that is given a second time.
    String browserSecret(UUID challengeId);
}
