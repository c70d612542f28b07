package org.tinkuy.security;

import java.util.Locale;

/// What is written to the security log. The names are stable; `docs/security-log.md` says what each
/// means and which fields it has.
public enum SecurityEvent {
    SIGN_IN,
    SIGN_IN_REFUSED,
    CODE_WITHHELD,
    SIGN_OUT,
    DEVICE_ENDED,
    ROLE_GRANTED,
    ROLE_TAKEN,
    STAFF_INVITED,
    STAFF_INVITATION_WITHDRAWN,
    CALENDAR_RENEWED,
    TOKEN_REFUSED,
    ACCESS_REFUSED,
    REQUEST_REFUSED,
    LIST_READ,
    LIST_EXPORTED,
    REGISTRATION_CHANGED,
    PROGRAMMES_IMPORTED,
    PROGRAMME_BEGUN,
    PROGRAMME_PUBLISHED,
    PROGRAMME_ARCHIVED,
    PROGRAMME_DELETED,
    SESSION_CHANGED,
    SEATS_CHANGED,
    SUBSCRIBER_REMOVED,
    CAMPAIGN_SENT,
    DELIVERIES_RETRIED;

    /// As it stands in the log: `sign-in-refused`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
