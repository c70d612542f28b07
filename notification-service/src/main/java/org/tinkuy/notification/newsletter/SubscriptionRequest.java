package org.tinkuy.notification.newsletter;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.Language;
import org.tinkuy.notification.people.ProgrammeId;

/// Somebody entered an address. Nothing is sent to it but one mail that asks whether they meant it.
///
/// @param shown the exact words beside the form; `null` where an API client does not say
public record SubscriptionRequest(
        UUID id,
        ProgrammeId programme,
        EmailAddress address,
        Language language,
        @Nullable ZoneId timeZone,
        @Nullable String shown,
        Instant askedAt) {

    /// After this the link confirms nothing, and an address that never confirmed is forgotten.
    public static final Duration OPEN_FOR = Duration.ofDays(7);

    static final int LONGEST_SHOWN = 2000;

    /// Names only: an offset such as `+05:00` knows nothing of daylight saving.
    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();

    public Instant expiresAt() {
        return askedAt.plus(OPEN_FOR);
    }

    /// What a form or a program sent, unread.
    public record Typed(
            @Nullable String address,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String shown) {}

    /// @throws InvalidInput if a field is not what it must be
    static SubscriptionRequest read(ProgrammeId programme, Typed typed, Instant now) {
        var faults = new Faults();
        var address = address(typed.address(), faults);
        var language = language(typed.language(), faults);
        var zone = zone(typed.timeZone(), faults);
        var shown = typed.shown();
        if (shown != null && shown.length() > LONGEST_SHOWN) {
            faults.wrong("text", "too-long", "At most " + LONGEST_SHOWN + " characters.");
        }
        faults.refuseIfAny();
        return new SubscriptionRequest(
                UUID.randomUUID(), programme, requireNonNull(address), language, zone, shown, now);
    }

    private static @Nullable EmailAddress address(@Nullable String typed, Faults faults) {
        if (typed == null || typed.isBlank()) {
            faults.wrong("address", "required", "Give an e-mail address.");
        } else if (typed.strip().length() > EmailAddress.LONGEST) {
            faults.wrong("address", "too-long", "At most " + EmailAddress.LONGEST + " characters.");
        } else {
            var address = EmailAddress.parse(typed);
            if (address.isPresent()) {
                return address.get();
            }
            faults.wrong(
                    "address", "invalid-address", "Not an e-mail address such as ana@example.org.");
        }
        return null;
    }

    private static Language language(@Nullable String typed, Faults faults) {
        if (typed == null || typed.isBlank()) {
            faults.wrong("language", "required", "Give one of es, en, qu.");
        } else if (!Language.of(typed).tag().equals(typed)) {
            faults.wrong("language", "unknown-language", "One of es, en, qu.");
        }
        return Language.of(String.valueOf(typed));
    }

    private static @Nullable ZoneId zone(@Nullable String typed, Faults faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (TIME_ZONES.contains(typed)) {
            return ZoneId.of(typed);
        }
        faults.wrong("timeZone", "invalid-time-zone", "An IANA name such as America/Lima.");
        return null;
    }
}
