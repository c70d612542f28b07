package org.tinkuy.registration.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingLineTests {

    private static final long START = 1_000_000_000;
    private static final long COMPANY = WaitingLine.COMPANY.toNanos();
    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

    private final WaitingLine<String, String, String> line = new WaitingLine<>(100, START);
    private long arrivals;

    @Test
    void aloneACommandWaitsForNobody() {
        arrives("plenary", "Ana");
        assertThat(taken(START)).containsExactly("Ana");

        arrives("hub", "Beto");
        assertThat(taken(START + 1)).containsExactly("Beto");
    }

    @Test
    void afterABatchOfSeveralTheNextWaitsForCompany() {
        arrives("plenary", "Ana");
        arrives("plenary", "Beto");
        assertThat(taken(START)).containsExactly("Ana", "Beto");

        arrives("hub", "Carla");
        assertThat(taken(START + COMPANY - 1)).isEmpty();
        assertThat(line.untilNextTry(START + COMPANY - 5, A_SECOND)).isEqualTo(5);

        arrives("hub", "Dina");
        assertThat(taken(START + COMPANY)).containsExactly("Carla", "Dina");
    }

    @Test
    void companyEndsWithTheRush() {
        arrives("plenary", "Ana");
        arrives("plenary", "Beto");
        assertThat(taken(START)).hasSize(2);
        arrives("hub", "Carla");
        assertThat(taken(START + COMPANY)).containsExactly("Carla");

        arrives("challenge", "Dina");
        assertThat(taken(START + COMPANY + 1)).containsExactly("Dina");
        assertThat(line.untilNextTry(START + COMPANY + 2, A_SECOND)).isEqualTo(A_SECOND);
    }

    @Test
    void aKeyIsInOneBatchAtATime() {
        arrives("plenary", "Ana");
        var first = line.take(10, START);
        arrives("plenary", "Beto");
        assertThat(taken(START + A_SECOND)).isEmpty();

        var impatient =
                line.finish(first, Set.of(), List.of(), Duration.ofSeconds(5), START + A_SECOND);

        assertThat(impatient).isEmpty();
        assertThat(taken(START + A_SECOND)).containsExactly("Beto");
    }

    private void arrives(String key, String command) {
        var submission =
                new Submission<String, String, String>(
                        command, Set.of(key), null, arrivals++, START, new CompletableFuture<>());
        assertThat(line.offer(submission)).isTrue();
    }

    private List<String> taken(long now) {
        return line.take(10, now).stream().map(Submission::command).toList();
    }
}
