package org.tinkuy.session.input;

/// @param field the path of what is wrong, as the caller spelled it; empty: the whole input
/// @param code stable, for programs
/// @param detail for people
public record FieldError(String field, String code, String detail) {}
