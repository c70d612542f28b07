package org.tinkuy.notification.reminder;

import org.tinkuy.notification.delivery.DeliveryKind;

/// What one step of a fan-out did.
///
/// @param kind of the messages
/// @param copies how many messages it wrote down
/// @param late of these, those that were due already
/// @param missed people who would have been told, had their deadline not passed before
public record FanOutPage(DeliveryKind kind, long copies, long late, long missed) {}
