package org.tinkuy.session.speaker.persistence;

import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.retention.Retention;
import reactor.core.publisher.Mono;

/// The addresses of speakers go; who they are stays with what they spoke at.
@Component
class SpeakerRetention implements Retention {

    /// A programme is over by then, and its organisers ask for nothing more.
    private static final Duration ADDRESSES = Duration.ofDays(400);

    private final DatabaseClient database;

    SpeakerRetention(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "speakers";
    }

    @Override
    public Duration keep() {
        return ADDRESSES;
    }

    /// What an organiser has open at that moment is a version older afterwards.
    @Override
    public Mono<Long> remove(Instant limit, int atMost) {
        return database.sql(
                        """
                        update speakers set address = null, version = version + 1
                        where id in (
                            select id from speakers
                            where address is not null and changed_at < :limit
                            limit :most for update skip locked)
                        """)
                .bind("limit", limit)
                .bind("most", atMost)
                .fetch()
                .rowsUpdated();
    }
}
