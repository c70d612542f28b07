package org.tinkuy.session.fair.persistence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.fair.StandId;
import org.tinkuy.session.programme.ProgrammeId;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record StandRow(
        UUID id,
        UUID programmeId,
        long version,
        String title,
        @Nullable String host,
        @Nullable String open,
        List<String> resources,
        @Nullable Boolean directExchange) {

    static StandRow of(ProgrammeId programme, Stand stand) {
        return new StandRow(
                stand.id().value(),
                programme.value(),
                stand.version(),
                stand.title(),
                stand.host(),
                stand.open(),
                stand.resources(),
                stand.directExchange());
    }

    Stand toStand() {
        return new Stand(new StandId(id), version, title, host, open, resources, directExchange);
    }
}
