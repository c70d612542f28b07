package org.tinkuy.quickstart.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailStoreTests {

    @TempDir Path directory;

    @Test
    void theOldestGoWhenThereAreMoreThanItKeeps() throws IOException {
        var store = new MailStore(directory, 2);

        add(store, "first");
        var second = add(store, "second");
        var third = add(store, "third");

        assertThat(store.newestFirst()).containsExactly(third, second);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void whatLiesThereFromBeforeCountsToo() throws IOException {
        var before = new MailStore(directory, 5);
        add(before, "first");
        var second = add(before, "second");

        var store = new MailStore(directory, 2);
        var third = add(store, "third");

        assertThat(store.newestFirst()).containsExactly(third, second);
    }

    private static String add(MailStore store, String subject) throws IOException {
        return store.add(
                "tinkuy@example.org",
                List.of("ana@example.org"),
                ("Subject: " + subject + "\r\n\r\nHola\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
