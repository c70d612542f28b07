package org.tinkuy.session.speaker.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record SpeakerRow(
        UUID id,
        UUID programmeId,
        String slug,
        long version,
        String name,
        @Nullable String role,
        @Nullable String institution,
        List<String> languages,
        @Nullable Map<String, String> biography,
        @Nullable String address,
        @Nullable LocalDate agreed,
        @Nullable Instant answeredAt,
        @Nullable Boolean agrees,
        Instant changedAt) {

    static SpeakerRow of(ProgrammeId programme, Speaker speaker, Instant now) {
        var address = speaker.address();
        var answer = speaker.answer();
        return new SpeakerRow(
                speaker.id().value(),
                programme.value(),
                speaker.slug(),
                speaker.version(),
                speaker.name(),
                speaker.role(),
                speaker.institution(),
                speaker.languages(),
                TextByLanguage.textsOf(speaker.biography()),
                address == null ? null : address.value(),
                speaker.agreed(),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.agrees(),
                now);
    }

    Speaker toSpeaker() {
        return new Speaker(
                new SpeakerId(id),
                slug,
                version,
                name,
                role,
                institution,
                languages,
                TextByLanguage.of(biography),
                address == null ? null : new EmailAddress(address),
                agreed,
                answeredAt == null || agrees == null
                        ? null
                        : new Speaker.Answer(agrees, answeredAt));
    }
}
