package org.tinkuy.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

class PublicAnswersTests {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final PublicAnswers answers = new PublicAnswers(JsonMapper.shared(), now::get);

    private final Mono<Integer> state = Mono.fromCallable(asked::incrementAndGet);

    @Test
    void asksOnceUntilASecondHasPassed() {
        assertThat(answer()).isEqualTo("1");
        now.addAndGet(PublicAnswers.REMEMBERED.toNanos() - 1);
        assertThat(answer()).isEqualTo("1");
        now.addAndGet(1);
        assertThat(answer()).isEqualTo("2");
    }

    @Test
    void asksOnceForAllWhoAskMeanwhile() {
        var slow = Sinks.<Integer>one();
        var found = slow.asMono().doOnSubscribe(_ -> asked.incrementAndGet());
        var first = answers.of("a", found).toFuture();
        var second = answers.of("a", found).toFuture();

        slow.tryEmitValue(7).orThrow();

        assertThat(text(Objects.requireNonNull(first.join().getBody()))).isEqualTo("7");
        assertThat(text(Objects.requireNonNull(second.join().getBody()))).isEqualTo("7");
        assertThat(asked).hasValue(1);
    }

    @Test
    void forgetsWithAChange() {
        assertThat(answer()).isEqualTo("1");
        answers.forget();
        assertThat(answer()).isEqualTo("2");
    }

    @Test
    void doesNotRememberWhatWasReadBeforeTheChange() {
        var slow = Sinks.<Integer>one();
        var before = answers.of("a", slow.asMono()).toFuture();
        answers.forget();
        slow.tryEmitValue(0).orThrow();

        assertThat(text(Objects.requireNonNull(before.join().getBody()))).isEqualTo("0");
        assertThat(answer()).isEqualTo("1");
    }

    @Test
    void doesNotRememberFailures() {
        var failing = Mono.<Integer>error(new IllegalStateException("down"));
        assertThatThrownBy(() -> answers.of("a", failing).block()).hasMessage("down");
        assertThat(answer()).isEqualTo("1");
    }

    @Test
    void remembersThatThereIsNothingAsAnythingElse() {
        var nothing =
                Mono.<Integer>error(() -> {
                    asked.incrementAndGet();
                    return new UnknownProgramme();
                });
        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() -> answers.of("a", nothing).block())
                    .isInstanceOf(UnknownProgramme.class);
        }
        assertThat(asked).hasValue(1);

        answers.forget();

        assertThat(answer()).isEqualTo("2");
    }

    /// Whoever answers the request has its own line.
    @Test
    void writesNothingOfItsOwnAboutWhatIsNotFoundOrFails() {
        var written = new ArrayList<LogRecord>();
        var handler =
                new StreamHandler() {
                    @Override
                    public void publish(LogRecord line) {
                        written.add(line);
                    }
                };
        var log = Logger.getLogger("com.github.benmanes.caffeine.cache");
        log.addHandler(handler);
        try {
            for (var failure : List.of(new UnknownProgramme(), new IllegalStateException("down"))) {
                assertThatThrownBy(() -> answers.of("" + failure, Mono.error(failure)).block())
                        .hasMessage(failure.getMessage());
            }
        } finally {
            log.removeHandler(handler);
        }
        assertThat(written).isEmpty();
    }

    @Test
    void goesOnForOthersWhenWhoeverAskedFirstIsGone() {
        var slow = Sinks.<Integer>one();
        answers.of("a", slow.asMono()).subscribe().dispose();
        var other = answers.of("a", state).toFuture();
        slow.tryEmitValue(7).orThrow();
        assertThat(text(Objects.requireNonNull(other.join().getBody()))).isEqualTo("7");
    }

    private String answer() {
        return text(
                Objects.requireNonNull(
                        Objects.requireNonNull(answers.of("a", state).block()).getBody()));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
