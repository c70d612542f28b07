package org.tinkuy.notification.delivery;

import java.util.Arrays;

/// What a message is about; the label is its name in the database, on topics and in message files.
public enum DeliveryKind {
    SIGN_IN_CODE("sign-in-code", Lane.CODES),
    REGISTRATION_CONFIRMED("registration-confirmed", Lane.NOTICES),
    REGISTRATION_WAITLISTED("registration-waitlisted", Lane.NOTICES),
    REGISTRATION_PROMOTED("registration-promoted", Lane.NOTICES),
    REGISTRATION_CANCELLED("registration-cancelled", Lane.NOTICES),
    SESSION_RESCHEDULED("session-rescheduled", Lane.NOTICES),
    SESSION_REINSTATED("session-reinstated", Lane.NOTICES),
    REMINDER_24H("reminder-24h", Lane.DAY),
    REMINDER_1H("reminder-1h", Lane.HOUR),
    REMINDER_10MIN("reminder-10min", Lane.TEN_MINUTES),
    /// Somebody sits before a page and waits for it, as for a code.
    SUBSCRIPTION_CONFIRMATION("subscription-confirmation", Lane.CODES),
    PUBLICATION_REFUSED("publication-refused", Lane.NOTICES),
    STAFF_INVITATION("staff-invitation", Lane.NOTICES),
    CAMPAIGN("campaign", Lane.NEWSLETTER),
    CAMPAIGN_TEST("campaign-test", Lane.NOTICES),
    /// What organisers write to whoever is registered.
    MESSAGE_TO_REGISTERED("message-to-registered", Lane.NOTICES);

    private final String label;
    private final Lane lane;

    DeliveryKind(String label, Lane lane) {
        this.label = label;
        this.lane = lane;
    }

    public static DeliveryKind labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of delivery: " + label));
    }

    public String label() {
        return label;
    }

    public Lane lane() {
        return lane;
    }
}
