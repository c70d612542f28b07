package org.tinkuy.gateway.edge;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// Exchanges a device token for a signed one, and remembers the answer as long as it holds.
///
/// Requests that arrive together with the same token share one exchange. A closed device session is
/// dropped at once, and asked about anew when its roles change; while we cannot hear of either, an
/// answer holds for two seconds only.
public final class IdentifyDevice {

    /// A request that starts with the last moment of a token must still be verified by a service.
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);

    /// A token that is unknown now never becomes known; the time only bounds what is remembered.
    private static final Duration STRANGER_REMEMBERED = Duration.ofSeconds(30);

    private static final Duration WITHOUT_NEWS = Duration.ofSeconds(2);

    /// Base64url of 256 bits. Anything else needs no question.
    private static final Pattern DEVICE_TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Identity STRANGER = new Identity.Stranger();
    private static final Identity UNTOLD = new Identity.Untold();

    private record Answer(Identity identity, long askedAt) {}

    private final TokenExchange exchange;
    private final ClosedDeviceSessions closedSessions;
    private final Clock clock;
    private final Ticker ticker;
    private final AsyncCache<String, Answer> answers;

    public IdentifyDevice(
            TokenExchange exchange,
            ClosedDeviceSessions closedSessions,
            Clock clock,
            Ticker ticker,
            int cached) {
        this.exchange = exchange;
        this.closedSessions = closedSessions;
        this.clock = clock;
        this.ticker = ticker;
        this.answers =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .maximumSize(cached)
                        .expireAfterWrite(ClosedDeviceSessions.REMEMBERED)
                        .buildAsync();
    }

    public Mono<Identity> identify(String deviceToken) {
        if (!DEVICE_TOKEN.matcher(deviceToken).matches()) {
            return Mono.just(STRANGER);
        }
        return Mono.deferContextual(context -> {
            forgetWhatNoLongerHolds(deviceToken);
            var answer = answers.get(deviceToken, (token, _) -> ask(token, context));
            return Mono.fromFuture(answer, true)
                    .map(this::unlessClosedMeanwhile)
                    .onErrorReturn(UNTOLD);
        });
    }

    /// How many tokens are remembered.
    public long size() {
        return answers.synchronous().estimatedSize();
    }

    /// Detached from the request that asks first: others wait for the same answer.
    private CompletableFuture<Answer> ask(String deviceToken, ContextView context) {
        var askedAt = ticker.read();
        return exchange.exchange(deviceToken)
                .onErrorReturn(UNTOLD)
                .map(identity -> new Answer(identity, askedAt))
                .contextWrite(context)
                .toFuture()
                .thenApply(Objects::requireNonNull);
    }

    private void forgetWhatNoLongerHolds(String deviceToken) {
        var known = answers.getIfPresent(deviceToken);
        if (known != null && known.isDone() && !holds(known.join())) {
            answers.asMap().remove(deviceToken, known);
        }
    }

    private boolean holds(Answer answer) {
        var age = ticker.read() - answer.askedAt();
        return switch (answer.identity()) {
            case Identity.SignedIn person ->
                    !closedSessions.isClosed(person.deviceSessionId())
                            && closedSessions.trustsAnswer(
                                    person.deviceSessionId(), answer.askedAt())
                            && clock.instant().isBefore(person.expiresAt().minus(BEFORE_EXPIRY))
                            && (closedSessions.isCurrent() || age < WITHOUT_NEWS.toNanos());
            case Identity.Stranger _ -> age < STRANGER_REMEMBERED.toNanos();
            case Identity.Untold _ -> false;
        };
    }

    private Identity unlessClosedMeanwhile(Answer answer) {
        return answer.identity() instanceof Identity.SignedIn person
                        && closedSessions.isClosed(person.deviceSessionId())
                ? STRANGER
                : answer.identity();
    }
}
