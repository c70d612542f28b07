package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.List;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Decision;

/// What a batch comes to, before it is written.
///
/// @param commands those that were not answered before
/// @param met who asked as a stranger among them
record DecidedBatch(
        Batch batch, List<Command> commands, Decision decision, MeetStrangers.Met met, Instant at) {

    static DecidedBatch withNothingToDecide(Batch batch, Instant now) {
        var nothing =
                new Decision(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new DecidedBatch(batch, List.of(), nothing, MeetStrangers.Met.NOBODY, now);
    }
}
