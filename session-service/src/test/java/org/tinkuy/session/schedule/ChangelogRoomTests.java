package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.session.schedule.Changelog.Item;

class ChangelogRoomTests {

    private final ChangelogRoom room = new ChangelogRoom();

    @Test
    void hasAsManyLinesForEachPublication() {
        for (var publication = 0; publication < 2; publication++) {
            assertThat(room.begins()).isTrue();
            for (var line = 0; line < Changelog.MOST_LINES; line++) {
                assertThat(room.takes(item("Cacao"))).isTrue();
            }
            assertThat(room.isFull()).isFalse();
            assertThat(room.takes(item("Cacao"))).isFalse();
            assertThat(room.isFull()).isTrue();
        }
    }

    @Test
    void endsWithItsCharacters() {
        assertThat(room.begins()).isTrue();
        assertThat(room.takes(item("m".repeat(Changelog.MOST_CHARACTERS / 2)))).isTrue();
        assertThat(room.takes(item("m".repeat(Changelog.MOST_CHARACTERS / 2)))).isFalse();
        assertThat(room.isFull()).isTrue();
        assertThat(room.begins()).isFalse();
    }

    private static Item item(String title) {
        return new Item(
                UUID.randomUUID(), null, "hub", Map.of("en", title), "added", null, null, null);
    }
}
