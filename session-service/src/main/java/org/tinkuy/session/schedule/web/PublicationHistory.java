package org.tinkuy.session.schedule.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.publication.Publication;
import org.tinkuy.session.schedule.PublicationChanges;
import org.tinkuy.session.schedule.web.ProgrammeChanges.Change;
import tools.jackson.databind.json.JsonMapper;

/// What was published of a programme, the latest first, as the API answers it.
///
/// @param next what to give as `after` for the following page; absent on the last one
record PublicationHistory(List<Entry> items, @Nullable Long next) {

    /// @param by the id of the attendee who is the organiser; absent: nobody, or not known
    /// @param programme whether the programme, or a part of it that is no session, became another
    /// @param speakers whether speakers became others and nothing else of the programme
    record Entry(
            long number,
            Instant at,
            @Nullable UUID by,
            @Nullable String note,
            boolean programme,
            boolean speakers,
            int added,
            int changed,
            int removed) {

        static Entry of(Publication publication) {
            return new Entry(
                    publication.number(),
                    publication.at(),
                    publication.by(),
                    publication.note(),
                    publication.programme(),
                    publication.speakers(),
                    publication.added(),
                    publication.changed(),
                    publication.removed());
        }
    }

    /// One of them, with all that it changed.
    record Whole(
            long number,
            Instant at,
            @Nullable UUID by,
            @Nullable String note,
            List<Change> changes) {

        static Whole of(PublicationChanges changes, JsonMapper json) {
            var publication = changes.publication();
            return new Whole(
                    publication.number(),
                    publication.at(),
                    publication.by(),
                    publication.note(),
                    ProgrammeChanges.of(changes, json));
        }
    }

    static PublicationHistory of(List<Publication> page, int limit) {
        return new PublicationHistory(
                page.stream().map(Entry::of).toList(),
                page.size() < limit ? null : page.getLast().number());
    }
}
