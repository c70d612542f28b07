package org.tinkuy.session.schedule.web;

import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldErrors;

/// Which part of the changes of a session is asked for.
///
/// @param after the version that the page before ended with; `null`: the first page
record ChangesWanted(@Nullable Long after, int limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /// @throws org.tinkuy.problems.InvalidInput that names every parameter that is wrong
    static ChangesWanted of(@Nullable String after, @Nullable String limit) {
        var fields = new FieldErrors();
        var version = version(after, fields);
        var most = fields.limit("limit", limit, USUAL, MOST);
        fields.refuseIfAny();
        return new ChangesWanted(version, most);
    }

    private static @Nullable Long version(@Nullable String after, FieldErrors fields) {
        if (after == null) {
            return null;
        }
        if (!after.matches("[0-9]{1,18}")) {
            fields.wrong("after", "wrong-type", "A version, as `next` has it.");
            return null;
        }
        return Long.valueOf(after);
    }
}
