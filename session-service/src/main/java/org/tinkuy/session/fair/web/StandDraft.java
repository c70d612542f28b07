package org.tinkuy.session.fair.web;

import static org.tinkuy.session.programme.Bounds.LINE_LENGTH;
import static org.tinkuy.session.programme.Bounds.MOST_ENTRIES;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.OneLine;
import org.tinkuy.problems.Seen;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.fair.StandId;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Stated;

/// What an organiser reads and sends back. What is absent is not stated any more.
///
/// @param id not changed by what is sent
/// @param version of the draft as the organiser saw it; 0: there was none, and it is begun
record StandDraft(
        @Nullable UUID id,
        @NotNull Long version,
        @Seen @OneLine @CodePointLength(max = LINE_LENGTH) String title,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String host,
        @Nullable @OneLine @CodePointLength(max = LINE_LENGTH) String open,
        @Nullable @Size(max = MOST_ENTRIES)
                List<@Seen @OneLine @CodePointLength(max = LINE_LENGTH) String> resources,
        @Nullable Boolean directExchange) {

    StandDraft {
        host = Stated.orNull(host);
        open = Stated.orNull(open);
    }

    static StandDraft of(Stand stand) {
        return new StandDraft(
                stand.id().value(),
                stand.version(),
                stand.title(),
                stand.host(),
                stand.open(),
                stand.resources(),
                stand.directExchange());
    }

    Stand begun(StandId begun) {
        return stated(begun, Draft.FIRST_VERSION);
    }

    Stand changed(Stand before) {
        return stated(before.id(), before.version() + 1);
    }

    private Stand stated(StandId its, long next) {
        return new Stand(
                its,
                next,
                title,
                host,
                open,
                resources == null ? List.of() : resources,
                directExchange);
    }
}
