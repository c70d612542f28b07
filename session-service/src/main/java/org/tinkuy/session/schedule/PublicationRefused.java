package org.tinkuy.session.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.tinkuy.session.programme.Programme;

/// Nothing was published at the stated time.
///
/// @param id of the refusal
/// @param attendeeId the organiser who had asked for the publication
/// @param title of the programme as it is drafted: nothing else may know it yet
/// @param timeZone of the programme
/// @param at the stated time
/// @param problem the name of what spoke against it
public record PublicationRefused(
        UUID id,
        UUID programmeId,
        UUID attendeeId,
        Map<String, String> title,
        ZoneId timeZone,
        Instant at,
        String problem) {

    static PublicationRefused of(PlannedPublication plan, String problem, Programme programme) {
        return new PublicationRefused(
                UUID.randomUUID(),
                plan.programme().value(),
                plan.by(),
                programme.profile().title().byLanguage(),
                programme.setting().timeZone(),
                plan.at(),
                problem);
    }
}
