package org.tinkuy.inbox;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.messages.ReceivedMessage;
import reactor.core.publisher.Mono;

/// What was handled, noted in the transaction of the effect. Each answers whether the message is
/// new to the consumer.
class InboxNotes {

    private static final String VERSION =
            """
            insert into inbox_version as version (consumer, topic, key, sequence)
            values (:consumer, :topic, :key, :sequence)
            on conflict (consumer, topic, key) do update set sequence = excluded.sequence
            where version.sequence < excluded.sequence
            """;

    private static final String FACT =
            """
            with version as (%s returning 1), message as (
                insert into inbox_message (consumer, event_id) values (:consumer, :id)
                on conflict do nothing returning 1)
            select exists (select from message) as unseen, exists (select from version) as newer
            """
                    .formatted(VERSION);

    private final DatabaseClient database;

    InboxNotes(DatabaseClient database) {
        this.database = database;
    }

    /// A fact is known by its id. A republished state has a new id but is no new fact, unless the
    /// one that brought about its version never arrived.
    Mono<Boolean> fact(String consumer, ReceivedMessage message, boolean republished) {
        return database.sql(FACT)
                .bind("consumer", consumer)
                .bind("topic", message.topic())
                .bind("key", message.key())
                .bind("sequence", message.sequence())
                .bind("id", message.id())
                .map(row -> {
                    var unseen = Objects.requireNonNull(row.get("unseen", Boolean.class));
                    var newer = Objects.requireNonNull(row.get("newer", Boolean.class));
                    return unseen && (newer || !republished);
                })
                .one();
    }

    Mono<Boolean> state(String consumer, ReceivedMessage message) {
        return database.sql(VERSION)
                .bind("consumer", consumer)
                .bind("topic", message.topic())
                .bind("key", message.key())
                .bind("sequence", message.sequence())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
