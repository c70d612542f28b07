package org.tinkuy.session.web;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tinkuy.session.publication.PublishedStateChanged;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// What is published is the same for everybody: the database is asked for it at most once a second,
/// however many ask, and it is written as JSON once.
///
/// A change in this instance is seen at once, one in another after [#REMEMBERED].
@Component
public class PublicAnswers {

    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int BYTES = 16 * 1024 * 1024;
    private static final int BYTES_BESIDES = 200;

    private final JsonMapper json;
    private final AsyncCache<String, byte[]> answers;

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
                        .<String, byte[]>weigher((_, answer) -> BYTES_BESIDES + answer.length)
                        .expireAfterWrite(REMEMBERED)
                        .buildAsync();
    }

    /// @param question what tells the answers apart
    /// @param found what is asked for where nobody did within the last second; it is not cancelled
    ///   by whoever goes away, and failures are not remembered
    public Mono<ResponseEntity<byte[]>> of(String question, Mono<?> found) {
        return Mono.fromFuture(
                        () ->
                                answers.get(
                                        question,
                                        (_, _) -> found.map(json::writeValueAsBytes).toFuture()),
                        true)
                .map(answer ->
                        ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer));
    }

    /// Also what is being asked for at this moment: it may have been read before the change.
    @EventListener(PublishedStateChanged.class)
    void forget() {
        answers.asMap().clear();
    }
}
