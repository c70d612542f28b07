package org.tinkuy.session.programme;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The same training in another country, in its language and time zone.
public record FollowUp(String country, @Nullable ZoneId timeZone, @Nullable String language) {}
