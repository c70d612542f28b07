package org.tinkuy.notification.delivery;

/// What a worker says of a delivery that it holds.
public record Attempt(long epoch, Judged judged) {}
