package org.tinkuy.registration.identity;

import reactor.core.publisher.Mono;

/// How often attendees renewed the secret of their calendar.
public interface CalendarGenerations {

    /// Empty for an attendee who is not known, or not any more.
    Mono<Integer> of(AttendeeId attendee);

    /// @return the new number
    Mono<Integer> renew(AttendeeId attendee);
}
