package org.tinkuy.registration.registration.persistence;

import static org.tinkuy.registration.registration.persistence.Columns.required;
import static org.tinkuy.registration.registration.persistence.Columns.texts;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.registration.registration.IdempotencyKeys;
import org.tinkuy.registration.registration.RegistrationAnswer;
import org.tinkuy.registration.seats.IdempotencyKey;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
class PostgresIdempotencyKeys implements IdempotencyKeys {

    private static final JsonMapper JSON = MessageJson.mapper();

    private final DatabaseClient database;

    PostgresIdempotencyKeys(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, Stored>> find(Collection<IdempotencyKey> keys) {
        return keys.isEmpty()
                ? Mono.just(Map.of())
                : database.sql(
                                """
                                select key, request_hash, answer::text as answer
                                from idempotency_keys where key = any(:keys)
                                """)
                        .bind("keys", texts(keys, IdempotencyKey::value))
                        .map(PostgresIdempotencyKeys::stored)
                        .all()
                        .collectMap(stored -> stored.key().value());
    }

    /// Fails if another transaction stored one of the keys meanwhile; tried again, it is found.
    @Override
    public Mono<Void> store(List<Stored> answers, Instant now) {
        return answers.isEmpty()
                ? Mono.empty()
                : database.sql(
                                """
                                insert into idempotency_keys
                                    (key, request_hash, answer, answered_at)
                                select key, hash, answer::json, :now
                                from unnest(:keys, :hashes, :answers) as given(key, hash, answer)
                                """)
                        .bind("now", now)
                        .bind("keys", texts(answers, stored -> stored.key().value()))
                        .bind("hashes", texts(answers, stored -> stored.key().requestHash()))
                        .bind(
                                "answers",
                                texts(answers, stored -> JSON.writeValueAsString(stored.answer())))
                        .then();
    }

    private static Stored stored(Readable row) {
        return new Stored(
                new IdempotencyKey(
                        required(row, "key", String.class),
                        required(row, "request_hash", String.class)),
                JSON.readValue(required(row, "answer", String.class), RegistrationAnswer.class));
    }
}
