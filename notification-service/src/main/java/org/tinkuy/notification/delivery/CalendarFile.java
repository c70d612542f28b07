package org.tinkuy.notification.delivery;

/// Sessions as a calendar program reads them (RFC 5545, methods of RFC 5546).
///
/// @param method PUBLISH puts the sessions into a calendar, CANCEL takes them out again
public record CalendarFile(String method, String text) {}
