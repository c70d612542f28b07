package org.tinkuy.notification.people;

import org.jspecify.annotations.Nullable;

/// A change of a registration, as it was written down.
///
/// @param isNews whether it stood differently before; a topic that is written again says nothing
///   new
/// @param traceparent the W3C trace context of what changed it
public record RegistrationNews(
        RegistrationChange change, boolean isNews, @Nullable String traceparent) {}
