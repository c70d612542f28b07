package org.tinkuy.notification.newsletter;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.newsletter.ConsentText.Place;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.InvalidInput;

/// Somebody entered an address. Nothing is sent to it but one mail that asks whether they meant it.
///
/// @param consent the version of the words beside the form
public record SubscriptionRequest(
        UUID id,
        ProgrammeId programme,
        EmailAddress address,
        Language language,
        @Nullable ZoneId timeZone,
        String consent,
        Instant askedAt) {

    /// After this the link confirms nothing, and an address that never confirmed is forgotten.
    public static final Duration OPEN_FOR = Duration.ofDays(7);

    public Instant expiresAt() {
        return askedAt.plus(OPEN_FOR);
    }

    /// What a form or a program sent, unread.
    public record Typed(
            @Nullable String address,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String consent) {}

    /// @throws InvalidInput if a field is not what it must be
    static SubscriptionRequest read(
            ProgrammeId programme, Typed typed, ConsentTexts texts, Instant now) {
        var errors = new FieldErrors();
        var address = errors.address("address", typed.address());
        var language = errors.language("language", typed.language());
        var zone = errors.timeZone("timeZone", typed.timeZone());
        var consent =
                texts.version(
                        Place.FORM,
                        typed.consent(),
                        language == null ? null : Language.orSpanish(language),
                        errors);
        errors.refuseIfAny();
        return new SubscriptionRequest(
                UUID.randomUUID(),
                programme,
                requireNonNull(address),
                Language.orSpanish(requireNonNull(language)),
                zone,
                requireNonNull(consent),
                now);
    }
}
