package org.tinkuy.session.speaker.persistence;

import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.PostgresDrafts;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;

@Repository
class PostgresSpeakers extends PostgresDrafts<SpeakerId, Speaker, SpeakerRow> implements Speakers {

    PostgresSpeakers(DatabaseClient database, Clock clock) {
        super(
                new JsonRows<>(database, "speakers", SpeakerRow.class),
                SpeakerId::value,
                (programme, speaker) -> SpeakerRow.of(programme, speaker, clock.instant()),
                SpeakerRow::toSpeaker);
    }
}
