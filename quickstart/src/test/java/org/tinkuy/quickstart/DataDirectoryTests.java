package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    private static final int ROUNDS = 50;
    private static final int PARTS = 4;

    @TempDir private Path root;

    /// Services and databases start beside each other, each with the passwords of the others.
    @Test
    void makesOneSecretUpForAllWhoAskTogether() throws Exception {
        try (var data = DataDirectory.lock(root);
                var threads = Executors.newFixedThreadPool(PARTS)) {
            for (var round = 0; round < ROUNDS; round++) {
                var name = "database-" + round;
                var together = new CyclicBarrier(PARTS);
                var told =
                        threads.invokeAll(
                                IntStream.range(0, PARTS)
                                        .<Callable<String>>mapToObj(_ ->
                                                () -> {
                                                    together.await();
                                                    return data.secret(name);
                                                })
                                        .toList());
                for (var one : told) {
                    assertThat(one.get()).isEqualTo(data.secret(name)).hasSize(43);
                }
            }
        }
    }

    @Test
    void keepsASecret() throws IOException {
        String before;
        try (var data = DataDirectory.lock(root)) {
            before = data.secret("inner");
        }
        try (var data = DataDirectory.lock(root)) {
            assertThat(data.secret("inner")).isEqualTo(before);
        }
    }
}
