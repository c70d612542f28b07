package org.tinkuy.session.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.TextByLanguage;

/// The session does not take place. It stays published, so that people and calendars see it.
///
/// @param reason what people read; `null`: the organiser gave none
public record Cancellation(Instant at, @Nullable TextByLanguage reason) {}
