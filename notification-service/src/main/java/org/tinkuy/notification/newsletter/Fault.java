package org.tinkuy.notification.newsletter;

import org.jspecify.annotations.Nullable;

/// What is wrong with one field of a request.
///
/// @param field its path in the request's body, such as `text.es`
/// @param code stable, for programs that have words of their own
/// @param detail in English, for whoever reads the answer
/// @param value the piece that is wrong, such as the name of an unknown variable
public record Fault(String field, String code, String detail, @Nullable String value) {}
