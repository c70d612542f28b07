package org.tinkuy.session.web;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tinkuy.problems.Refusal;
import org.tinkuy.session.publication.PublishedStateChanged;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import tools.jackson.databind.json.JsonMapper;

/// What is published is the same for everybody: the database is asked for it at most once a second,
/// however many ask, and it is written as JSON once. That there is nothing by a name is an answer
/// like any other.
///
/// A change in this instance is seen at once, one in another after [#REMEMBERED].
@Component
public class PublicAnswers {

    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int BYTES = 16 * 1024 * 1024;
    private static final int BYTES_BESIDES = 200;

    private final JsonMapper json;

    /// Failures are kept as values, since Caffeine writes a warning with a stack of its own for
    /// each exception, beside the line of whoever answers it.
    private final AsyncCache<String, Signal<byte[]>> answers;

    @Autowired
    PublicAnswers(JsonMapper json) {
        this(json, Ticker.systemTicker());
    }

    PublicAnswers(JsonMapper json, Ticker ticker) {
        this.json = json;
        this.answers =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .maximumWeight(BYTES)
                        .<String, Signal<byte[]>>weigher(PublicAnswers::bytes)
                        .expireAfter(
                                Expiry.creating(
                                        (String _, Signal<byte[]> answer) -> remembered(answer)))
                        .buildAsync();
    }

    /// @param question what tells the answers apart
    /// @param found what is asked for where nobody did within the last second; it is not cancelled
    ///   by whoever goes away, and what fails otherwise than by a [Refusal] is not remembered
    public Mono<ResponseEntity<byte[]>> of(String question, Mono<?> found) {
        return Mono.fromFuture(
                        () ->
                                answers.get(
                                        question,
                                        (_, _) ->
                                                found.map(json::writeValueAsBytes)
                                                        .materialize()
                                                        .toFuture()),
                        true)
                .<byte[]>dematerialize()
                .map(answer ->
                        ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer));
    }

    private static int bytes(String question, Signal<byte[]> answer) {
        var body = answer.get();
        return BYTES_BESIDES + question.length() + (body == null ? 0 : body.length);
    }

    private static Duration remembered(Signal<byte[]> answer) {
        return !answer.isOnError() || answer.getThrowable() instanceof Refusal
                ? REMEMBERED
                : Duration.ZERO;
    }

    /// Also what is being asked for at this moment: it may have been read before the change.
    @EventListener(PublishedStateChanged.class)
    void forget() {
        answers.asMap().clear();
    }
}
