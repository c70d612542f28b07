package org.tinkuy.session.speaker.persistence;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.PostgresDrafts;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;
import reactor.core.publisher.Flux;

@Repository
class PostgresSpeakers extends PostgresDrafts<SpeakerId, Speaker, SpeakerRow> implements Speakers {

    private final DatabaseClient database;

    PostgresSpeakers(DatabaseClient database, Clock clock) {
        super(
                new JsonRows<>(database, "speakers", SpeakerRow.class),
                SpeakerId::value,
                (programme, speaker) -> SpeakerRow.of(programme, speaker, clock.instant()),
                SpeakerRow::toSpeaker);
        this.database = database;
    }

    @Override
    public Flux<Same> sameElsewhere(ProgrammeId programme) {
        return same("true", Map.of("programme", programme.value()));
    }

    @Override
    public Flux<Same> sameElsewhere(ProgrammeId programme, Collection<SpeakerId> speakers) {
        return same(
                "mine.id = any(:speakers)",
                Map.of(
                        "programme", programme.value(),
                        "speakers", speakers.stream().map(SpeakerId::value).toArray(UUID[]::new)));
    }

    private Flux<Same> same(String condition, Map<String, ?> values) {
        return database.sql(
                        """
                        select mine.id as speaker, other.id as other
                        from speakers mine
                        join speakers other
                            on other.address = mine.address and other.programme_id <> mine.programme_id
                            and other.agrees is not false
                        where mine.programme_id = :programme and %s
                        """
                                .formatted(condition))
                .bindValues(values)
                .map(row ->
                        new Same(
                                new SpeakerId(
                                        Objects.requireNonNull(row.get("speaker", UUID.class))),
                                new SpeakerId(
                                        Objects.requireNonNull(row.get("other", UUID.class)))))
                .all();
    }
}
