package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tinkuy.messages.CloudEventHeaders;

class NewArrivalsTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Arrival.Key CACAO = new Arrival.Key("stands", "cacao");

    private final NewArrivals known = new NewArrivals(Map.of(CACAO, 3L));
    private final NewArrivals unknown = new NewArrivals(Map.of(CACAO, NewArrivals.NONE));

    @Test
    void takesStatesThatRise() {
        var poll = List.of(arrival(3), arrival(4), arrival(2), arrival(6), arrival(6), arrival(5));
        assertThat(known.states(poll)).containsExactly(poll.get(1), poll.get(3));
    }

    @Test
    void handsOverEachStateOfAKeyInItsTurn() {
        var cacao = List.of(arrival(1), arrival(2), arrival(3));
        var quinua = List.of(arrival("quinua", 1, false), arrival("quinua", 2, false));
        var poll = List.of(cacao.get(0), cacao.get(1), quinua.get(0), cacao.get(2), quinua.get(1));
        assertThat(NewArrivals.turns(poll))
                .containsExactly(
                        List.of(cacao.get(0), quinua.get(0)),
                        List.of(cacao.get(1), quinua.get(1)),
                        List.of(cacao.get(2)));
    }

    @Test
    void takesNoStateOfAKeyWithNothingNewer() {
        assertThat(new NewArrivals(Map.of()).states(List.of(arrival(1), arrival(2)))).isEmpty();
    }

    @Test
    void takesTheFirstStateOfAKey() {
        var poll = List.of(arrival(0));
        assertThat(unknown.states(poll)).isEqualTo(poll);
    }

    @Test
    void takesEveryFactOnce() {
        var visit = arrival(1);
        var other = arrival(1);
        assertThat(known.facts(List.of(visit, visit, other), ids(visit, other), NOON))
                .containsExactly(visit, other);
    }

    @Test
    void ignoresAFactThatWasSeenBefore() {
        var seen = arrival(7);
        assertThat(known.facts(List.of(seen), Set.of(), NOON)).isEmpty();
    }

    @Test
    void takesACopyOnlyOfAFactThatNeverArrived() {
        var fact = arrival(4);
        var copy = copyOf(4);
        assertThat(known.facts(List.of(copy), ids(copy), NOON)).containsExactly(copy);
        assertThat(known.facts(List.of(fact, copy), ids(fact, copy), NOON)).containsExactly(fact);
    }

    @Test
    void knowsByItsVersionAFactWhoseNoteMayBeGone() {
        var old = arrival(3);
        var oldButNew = arrival(4);
        assertThat(known.facts(List.of(old, oldButNew), ids(old, oldButNew), NOON.plusMillis(1)))
                .containsExactly(oldButNew);
    }

    private static Set<UUID> ids(Arrival... arrivals) {
        return Set.copyOf(List.of(arrivals).stream().map(it -> it.message().id()).toList());
    }

    private static Arrival arrival(long sequence) {
        return arrival("cacao", sequence, false);
    }

    private static Arrival copyOf(long sequence) {
        return arrival("cacao", sequence, true);
    }

    private static Arrival arrival(String key, long sequence, boolean republished) {
        var record = new ConsumerRecord<>("stands", 0, 0, key.getBytes(UTF_8), new byte[0]);
        Map.of(
                        CloudEventHeaders.SPEC_VERSION,
                        "1.0",
                        CloudEventHeaders.ID,
                        UUID.randomUUID().toString(),
                        CloudEventHeaders.TYPE,
                        "stand-published",
                        CloudEventHeaders.SUBJECT,
                        key,
                        CloudEventHeaders.SEQUENCE,
                        Long.toString(sequence),
                        CloudEventHeaders.TIME,
                        NOON.toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return new Arrival(record, CloudEventHeaders.read(record), republished, NOON);
    }
}
