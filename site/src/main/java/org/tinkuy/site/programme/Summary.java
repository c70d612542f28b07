package org.tinkuy.site.programme;

import org.jspecify.annotations.Nullable;

/// What pages say of a programme or an event in a line: as it was stated, unless its sessions say
/// otherwise.
///
/// @param mode `online`, `in-person` or `hybrid`
/// @param dates `null`: none are stated, or to be announced
/// @param over nothing of it lies ahead
/// @param cancelled it has sessions, and none of them takes place
public record Summary(
        @Nullable String mode, @Nullable Dates dates, boolean over, boolean cancelled) {}
