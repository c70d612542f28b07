package org.tinkuy.session.dialogue.persistence;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.dialogue.FollowUpId;
import org.tinkuy.session.programme.ProgrammeId;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record FollowUpRow(
        UUID id,
        UUID programmeId,
        long version,
        String country,
        @Nullable ZoneId timeZone,
        @Nullable String language) {

    static FollowUpRow of(ProgrammeId programme, FollowUp followUp) {
        return new FollowUpRow(
                followUp.id().value(),
                programme.value(),
                followUp.version(),
                followUp.country(),
                followUp.timeZone(),
                followUp.language());
    }

    FollowUp toFollowUp() {
        return new FollowUp(new FollowUpId(id), version, country, timeZone, language);
    }
}
