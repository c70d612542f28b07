package org.tinkuy.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/// Which dead letters need nobody any more. Kafka can only forget the oldest ones of a topic, so
/// the others are remembered here until all before them are settled too.
final class SettledLetters {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DatabaseClient database;

    SettledLetters(DatabaseClient database) {
        this.database = database;
    }

    Set<UUID> all() {
        return new HashSet<>(
                Objects.requireNonNull(
                        database.sql("select letter from inbox_settled_letters")
                                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                                .all()
                                .collectList()
                                .block(PATIENCE)));
    }

    void add(UUID letter) {
        database.sql(
                        """
                        with settled as (delete from inbox_data_letters where letter = :letter)
                        insert into inbox_settled_letters (letter) values (:letter)
                        on conflict do nothing
                        """)
                .bind("letter", letter)
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }

    Instant now() {
        return Objects.requireNonNull(
                database.sql("select clock_timestamp()")
                        .map(row -> Objects.requireNonNull(row.get(0, Instant.class)))
                        .one()
                        .block(PATIENCE));
    }

    /// Letters that are nowhere any more, because Kafka was lost: nobody could settle them.
    ///
    /// @param began when it was begun to look, by the database's clock: a letter is written to
    ///   Kafka first and noted here afterwards
    /// @param seen all that Kafka has
    void forgetLost(Instant began, Collection<UUID> seen) {
        database.sql(
                        """
                        delete from inbox_data_letters
                        where refused_at < :began and letter <> all(:seen)
                        """)
                .bind("began", began)
                .bind("seen", seen.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }

    void remove(Collection<UUID> letters) {
        database.sql("delete from inbox_settled_letters where letter = any(:letters)")
                .bind("letters", letters.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .block(PATIENCE);
    }
}
