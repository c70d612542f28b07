package org.tinkuy.notification.notice.mail;

import java.util.Locale;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.notice.Place;

/// What a person has to be told of one registration, in the order in which a mail does.
enum Outcome {
    REGISTRATION_PROMOTED,
    REGISTRATION_CONFIRMED,
    REGISTRATION_WAITLISTED,
    /// The organisers' doing, for everybody.
    SESSION_OFF,
    /// The person's own.
    REGISTRATION_CANCELLED;

    /// Reasons of a cancellation, as the contract names them.
    static final String BY_ORGANISER = "by-organiser";

    static final String WITHDRAWN = "session-withdrawn";

    static final String SESSION_CANCELLED = "session-cancelled";

    static Outcome of(DeliveryKind kind, Place place) {
        return switch (place.status()) {
            case CONFIRMED ->
                    kind == DeliveryKind.REGISTRATION_PROMOTED
                            ? REGISTRATION_PROMOTED
                            : REGISTRATION_CONFIRMED;
            case WAITLISTED -> REGISTRATION_WAITLISTED;
            case CANCELLED ->
                    WITHDRAWN.equals(place.reason()) || SESSION_CANCELLED.equals(place.reason())
                            ? SESSION_OFF
                            : REGISTRATION_CANCELLED;
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
