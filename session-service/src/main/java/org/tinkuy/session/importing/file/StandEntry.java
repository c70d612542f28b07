package org.tinkuy.session.importing.file;

import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.MOST_ENTRIES;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.fair.StandId;
import org.tinkuy.session.programme.Stated;

record StandEntry(
        @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String stand,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String host,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String open,
        @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> resources,
        @Nullable Boolean directExchange) {

    StandEntry {
        host = Stated.orNull(host);
        open = Stated.orNull(open);
    }

    Stand toStand() {
        return new Stand(
                StandId.next(), Stand.FIRST_VERSION, stand, host, open, resources, directExchange);
    }

    static StandEntry of(Stand stand) {
        return new StandEntry(
                stand.title(),
                stand.host(),
                stand.open(),
                stand.resources(),
                stand.directExchange());
    }
}
