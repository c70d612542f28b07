package org.tinkuy.notification.newsletter;

/// Why a campaign paused by itself: most of the latest copies were refused for good.
///
/// @param judged how many of the latest copies the mail server took or refused
/// @param said what it said to one of the refused ones
public record PauseReason(long refused, long judged, String said) {}
