package org.tinkuy.session.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One change of what is published of a programme, whoever made it and however.
///
/// @param number counts the publications of the programme, from 1
/// @param by the organiser; `null`: nobody, such as a sample that was loaded, or not known
/// @param note what colleagues read of it; `null`: none
/// @param programme whether the programme, or a part of it that is no session, became another
/// @param speakers whether speakers became others and nothing else of the programme
/// @param added how many sessions were not there before
/// @param changed how many sessions read otherwise, also by what they take from the programme
/// @param removed how many sessions are there no more
public record Publication(
        long number,
        Instant at,
        @Nullable UUID by,
        @Nullable String note,
        boolean programme,
        boolean speakers,
        int added,
        int changed,
        int removed) {

    /// Longer is no note.
    public static final int LONGEST_NOTE = 500;
}
