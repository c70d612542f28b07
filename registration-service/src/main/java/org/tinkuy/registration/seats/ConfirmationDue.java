package org.tinkuy.registration.seats;

import org.tinkuy.registration.identity.AttendeeId;

/// An attendee proved to own the address, and the registrations do not say so yet.
///
/// @param mark differs for every proof, so that a later one is not struck off with an earlier one
public record ConfirmationDue(AttendeeId attendee, long mark) {}
