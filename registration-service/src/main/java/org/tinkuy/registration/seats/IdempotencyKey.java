package org.tinkuy.registration.seats;

/// What makes a repeated request recognisable.
///
/// @param value chosen by the client
/// @param requestHash of caller and body; another hash under the same key is another request
public record IdempotencyKey(String value, String requestHash) {}
