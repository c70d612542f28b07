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
    /// The same, for who had no seat.
    SESSION_OFF_WAITED,
    /// The person's own, or the organisers' for that person.
    REGISTRATION_CANCELLED,
    WAITING_LIST_LEFT;

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
            case CANCELLED -> ofCancelled(place);
        };
    }

    private static Outcome ofCancelled(Place place) {
        if (WITHDRAWN.equals(place.reason()) || SESSION_CANCELLED.equals(place.reason())) {
            return place.wasWaiting() ? SESSION_OFF_WAITED : SESSION_OFF;
        }
        return place.wasWaiting() ? WAITING_LIST_LEFT : REGISTRATION_CANCELLED;
    }

    boolean isOff() {
        return this == SESSION_OFF || this == SESSION_OFF_WAITED;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
