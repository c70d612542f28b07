package org.tinkuy.session.programme.persistence;

import java.util.List;
import java.util.UUID;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Profile;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Setting;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Profile, setting and policies have no identity and are asked for by nobody alone: each is a
/// column in the form of its own record.
@JsonNaming(SnakeCaseStrategy.class)
record ProgrammeRow(
        UUID id,
        String slug,
        long version,
        int shiftedWeeks,
        Profile profile,
        Setting setting,
        Policies policies) {

    static ProgrammeRow of(Programme programme) {
        return new ProgrammeRow(
                programme.id().value(),
                programme.slug(),
                programme.version(),
                programme.shiftedWeeks(),
                programme.profile(),
                programme.setting(),
                programme.policies());
    }

    Programme toProgramme(List<Event> events) {
        return new Programme(
                new ProgrammeId(id),
                slug,
                version,
                shiftedWeeks,
                profile,
                setting,
                policies,
                events);
    }
}
