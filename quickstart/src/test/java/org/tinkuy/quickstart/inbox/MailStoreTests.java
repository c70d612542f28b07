package org.tinkuy.quickstart.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void asManyStayAsItKeepsHoweverManyComeAtOnce() throws Exception {
        var store = new MailStore(directory, 20);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 200; i++) {
                var _ =
                        senders.submit(
                                () -> store.add("from@example.org", List.of(), new byte[] {'x'}));
            }
        }
        assertThat(store.newestFirst()).hasSize(20);
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(20);
        }
    }

    @Test
    void aFolderGoesWithItsLast() throws IOException {
        var ids = IntStream.rangeClosed(1, 4).mapToObj("%013d-00000000"::formatted).toList();
        var folders = new MailFolders(directory, 2);
        for (var id : ids) {
            folders.makeRoomFor(id);
        }
        var left = new TreeSet<>(ids.subList(1, 4));

        folders.tidy(ids.getFirst(), left);
        assertThat(folders.of(ids.get(1))).isDirectory();

        left.clear();
        ids.forEach(id -> tidy(folders, id, left));
        assertThat(folders.of(ids.get(3))).isDirectory();
        assertThat(directory.resolve(ids.getFirst())).doesNotExist();
    }

    private static void tidy(MailFolders folders, String gone, NavigableSet<String> left) {
        try {
            folders.tidy(gone, left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void messagesFromBeforeThereWereFoldersAreShownAndGo() throws IOException {
        var old = "1795356388087-00000000";
        Files.writeString(directory.resolve(old + ".eml"), "Subject: old\r\n\r\nHola\r\n");

        var store = new MailStore(directory, 2);
        assertThat(store.content(old)).isNotEmpty();
        var second = add(store, "second");
        var third = add(store, "third");

        assertThat(store.newestFirst()).containsExactly(third, second);
        assertThat(directory.resolve(old + ".eml")).doesNotExist();
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
