package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.tinkuy.embedded.test.WithServers;
import org.tinkuy.testing.KafkaLog;

/// What a poll of many messages costs, and what a bad one among them.
@SpringBootTest
@WithServers
class BatchIT {

    private static final int POLL = 500;

    private final String stand = UUID.randomUUID().toString();

    @Autowired Stands stands;
    @Autowired StandListeners listeners;
    @Autowired DeadLettersEndpoint deadLetters;
    @Autowired MeterRegistry meters;

    @Test
    void commitsAPollOnce() {
        Events.writeTogether(visits("crowds", POLL));
        stands.awaitVisits(stand, POLL);
        assertThat(transactions(stand)).isEqualTo(1);
        assertThat(meters.get("tinkuy.inbox.batch").tag("consumer", "count-crowds").summary().max())
                .isEqualTo(POLL);
    }

    @Test
    void givesAListToAHandlerThatWritesSetBySet() {
        var together = "together " + stand;
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var visits = visitsOfMany(POLL);
        visits.getLast().headers().add("traceparent", traceparent.getBytes(UTF_8));
        Events.writeTogether(visits);
        stands.awaitVisits(together, POLL);
        assertThat(transactions(together)).isEqualTo(1);
        assertThat(
                        stands.count(
                                "select count(*) from visit where stand_id = '%s' and trace = '%s'"
                                        .formatted(together, traceparent)))
                .isEqualTo(1);
    }

    @Test
    void aBadOneInAListCostsOneDeadLetterAndTheOthersAreHandled() {
        var visits = visitsOfMany(POLL);
        var bad = UUID.randomUUID().toString();
        visits.set(250, Events.event("bundles", bad, UUID.randomUUID(), 1, "{\"standId\":[]}"));
        Events.writeTogether(visits);
        stands.awaitVisits("together " + stand, POLL - 1);
        await().atMost(Stands.PATIENCE)
                .untilAsserted(() ->
                        assertThat(deadLetters.list())
                                .filteredOn(letter -> bad.equals(letter.key()))
                                .filteredOn(letter -> letter.consumer().equals("countTogether"))
                                .hasSize(1));
    }

    @Test
    void givesEachRisingStateOfAKeyInAListOfItsOwnTurn() {
        var one = "1-" + stand;
        var other = "2-" + stand;
        Events.writeTogether(
                List.of(
                        bundle(one, 1),
                        bundle(one, 3),
                        bundle(one, 2),
                        bundle(one, 3),
                        Events.event("bundles", one, UUID.randomUUID(), 4, null),
                        bundle(other, 1)));
        stands.awaitVisits("together " + stand, 3);
        assertThat(ofThisTest(listeners.together).filter(list -> list.size() == 1))
                .containsSubsequence(List.of(one + " 3"), List.of(one + " 4"));
        assertThat(ofThisTest(listeners.together).flatMap(List::stream))
                .containsExactlyInAnyOrder(one + " 1", one + " 3", one + " 4", other + " 1");
    }

    @Test
    void neitherHandsOverNorNotesWhatIsIgnored() {
        var passed = "passed-" + stand;
        Events.writeTogether(
                List.of(
                        Events.ofType("stand-passed", bundle(passed, 7)),
                        bundle(passed, 1),
                        Events.ofType("stand-passed", bundle(stand, 1))));
        stands.awaitVisits("together " + stand, 1);
        assertThat(ofThisTest(listeners.together)).containsExactly(List.of(passed + " 1"));
        assertThat(notes("count-together", "key in ('%s', '%s')".formatted(passed, stand)))
                .isEqualTo(1);
    }

    @Test
    void notesNothingOfWhatMayBeRepeated() {
        var named = Events.event("names", stand, UUID.randomUUID(), 1, "{}");
        var other = Events.event("names", "2-" + stand, UUID.randomUUID(), 1, "{}");
        Events.writeTogether(List.of(named, named, other));
        await().atMost(Stands.PATIENCE)
                .until(() ->
                        stands.count(
                                        "select count(*) from named_stand where name like '%"
                                                + stand
                                                + "'")
                                == 2);
        assertThat(notes("name-stands", "true")).isZero();
        assertThat(
                        stands.count(
                                "select count(*) from inbox_messages where consumer = 'name-stands'"))
                .isZero();
    }

    @Test
    void aBadOneCostsOneDeadLetterAndTheOthersAreHandled() {
        var poll = visits("crowds", POLL);
        poll.set(250, Events.event("crowds", stand, UUID.randomUUID(), 1, "{\"standId\":\"\"}"));
        var fallbacks = fallbacks();
        Events.writeTogether(poll);
        stands.awaitVisits(stand, POLL - 1);
        assertThat(transactions(stand)).isEqualTo(POLL - 1);
        assertThat(fallbacks()).isEqualTo(fallbacks + 1);
        await().atMost(Stands.PATIENCE)
                .untilAsserted(() ->
                        assertThat(deadLetters.list())
                                .filteredOn(letter -> stand.equals(letter.key()))
                                .filteredOn(letter -> letter.consumer().equals("countCrowds"))
                                .hasSize(1)
                                .allMatch(
                                        letter -> letter.reason().equals("a visit needs a stand")));
    }

    @Test
    void handlesAFactOnceThatComesTwiceInAPoll() {
        var visit = visit("crowds");
        Events.writeTogether(List.of(visit, visit, visit("crowds")));
        stands.awaitVisits(stand, 2);
        KafkaLog.write(Events.event("crowds", stand, UUID.randomUUID(), 1, "nonsense"));
        await().atMost(Stands.PATIENCE)
                .until(() ->
                        deadLetters.list().stream().anyMatch(letter -> stand.equals(letter.key())));
        assertThat(stands.visitsOf(stand)).isEqualTo(2);
    }

    @Test
    void ofSeveralStatesInAPollTheNewestCounts() {
        Events.writeTogether(List.of(state(1, "Cacao"), state(3, "Quinua"), state(2, "Coffee")));
        stands.awaitTitle(stand, "Quinua");
        Events.writeTogether(
                List.of(
                        state(4, "Coffee"),
                        Events.event("stands", stand, UUID.randomUUID(), 5, null)));
        stands.awaitTitle(stand);
    }

    private List<ProducerRecord<byte[], byte[]>> visits(String topic, int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(_ -> visit(topic)).toList());
    }

    private ProducerRecord<byte[], byte[]> visit(String topic) {
        return Events.event(topic, stand, UUID.randomUUID(), 1, "{\"standId\":\"" + stand + "\"}");
    }

    /// Each under a key of its own.
    private List<ProducerRecord<byte[], byte[]>> visitsOfMany(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(n -> bundle(n + "-" + stand, 1)).toList());
    }

    private ProducerRecord<byte[], byte[]> bundle(String key, long sequence) {
        return Events.event(
                "bundles", key, UUID.randomUUID(), sequence, "{\"standId\":\"" + stand + "\"}");
    }

    private Stream<List<String>> ofThisTest(List<List<String>> lists) {
        return lists.stream().filter(list -> list.getFirst().contains(stand));
    }

    private long notes(String consumer, String which) {
        return stands.count(
                "select count(*) from inbox_versions where consumer = '%s' and %s"
                        .formatted(consumer, which));
    }

    private ProducerRecord<byte[], byte[]> state(long sequence, String title) {
        return Events.event(
                "stands", stand, UUID.randomUUID(), sequence, "{\"title\":\"" + title + "\"}");
    }

    /// That wrote what the visits brought about: PostgreSQL notes it on each row.
    private long transactions(String stand) {
        return stands.count(
                "select count(distinct xmin::text) from visit where stand_id = '" + stand + "'");
    }

    private double fallbacks() {
        var found = meters.find("tinkuy.inbox.fallbacks").tag("consumer", "count-crowds").counter();
        return found == null ? 0 : found.count();
    }
}
