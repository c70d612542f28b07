package org.tinkuy.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Addresses that a mail server refused for good, until it is known whether that speaks of them.
public interface NotedRefusals {

    /// @param at when the mail server said so
    record Refusal(String address, RecipientId recipient, String reason, Instant at) {}

    /// @param first when the address was refused first; since then no mail to it was taken
    /// @param confirmed its owner had confirmed it before; else somebody may have typed it only
    record Noted(Refusal latest, Instant first, boolean confirmed) {

        boolean isRepeatedAfter(Duration rest) {
            return !latest.at().isBefore(first.plus(rest));
        }
    }

    /// @param refusals at most one for each address
    /// @param confirmed those of the addresses that their owners had confirmed
    Mono<Void> note(Collection<Refusal> refusals, Set<String> confirmed);

    /// Mail to these was taken, or what was noted of them is judged for good.
    Mono<Void> forget(Collection<String> addresses);

    /// Some of those that were not judged since they were refused at this time or before, locked
    /// until the caller's transaction ends.
    Mono<List<Noted>> unjudged(Instant until, int limit);

    /// What is noted of these stays, and is judged again when they are refused again.
    Mono<Void> leaveOpen(Collection<String> addresses);

    /// What the mail server answered to others, the nearest before and after each refusal.
    Flux<Answer> answersToOthers(Collection<Question> questions);

    record Question(Refusal refusal, Instant from, Instant until) {}

    /// @param refused whose refusal it is that others are asked about
    record Answer(String refused, RecipientId other, boolean taken, Instant at) {}
}
