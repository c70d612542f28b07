package org.tinkuy.notification.publication.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.publication.RefusedPublication;

/// What this service needs of `publication-refused`.
record PublicationRefused(
        UUID id,
        UUID programmeId,
        UUID attendeeId,
        Map<String, String> title,
        ZoneId timeZone,
        Instant at,
        String problem) {

    PublicationRefused {
        requireNonNull(id, "id");
        requireNonNull(programmeId, "programmeId");
        requireNonNull(attendeeId, "attendeeId");
        requireNonNull(title, "title");
        requireNonNull(timeZone, "timeZone");
        requireNonNull(at, "at");
        requireNonNull(problem, "problem");
    }

    RefusedPublication refusal(Instant refusedAt) {
        return new RefusedPublication(
                id,
                new ProgrammeId(programmeId),
                new RecipientId(attendeeId),
                new LocalisedText(title),
                timeZone,
                at,
                problem,
                refusedAt);
    }
}
