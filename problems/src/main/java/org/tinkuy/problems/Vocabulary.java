package org.tinkuy.problems;

import java.util.Set;

/// Every word that tells a program what is wrong. The same words are explained in
/// `docs/problems.md`; whoever uses another one fails in tests.
final class Vocabulary {

    /// Ends of a problem's `type`.
    static final Set<String> TYPES =
            Set.of(
                    "invalid-request",
                    "idempotency-key-missing",
                    "idempotency-key-invalid",
                    "unauthenticated",
                    "forbidden",
                    "other-browser",
                    "not-found",
                    "method-not-allowed",
                    "not-acceptable",
                    "unsupported-media-type",
                    "session-ended",
                    "by-invitation",
                    "session-cancelled",
                    "not-on-the-waiting-list",
                    "address-not-confirmed",
                    "outside-plenary-window",
                    "overlapping-plenaries",
                    "speaker-elsewhere",
                    "confirmation-needed",
                    "newer-code",
                    "not-retryable",
                    "draft-changed",
                    "slug-taken",
                    "still-needed",
                    "too-many-messages",
                    "too-many-previews",
                    "programme-not-published",
                    "changes-refused",
                    "not-over",
                    "was-published",
                    "session-changed",
                    "wrong-campaign-state",
                    "confirmation-over",
                    "challenge-over",
                    "body-too-large",
                    "wrong-code",
                    "idempotency-key-reused",
                    "unexpected",
                    "overloaded",
                    "service-unavailable");

    /// Codes of fields.
    static final Set<String> CODES =
            Set.of(
                    "by-invitation",
                    "duplicate",
                    "html-not-allowed",
                    "html-not-closed",
                    "impossible",
                    "invalid-address",
                    "invalid-characters",
                    "invalid-code",
                    "invalid-date",
                    "invalid-duration",
                    "invalid-id",
                    "invalid-link",
                    "invalid-time",
                    "invalid-time-zone",
                    "invalid-value",
                    "malformed",
                    "name-of-another",
                    "next-day",
                    "other-address",
                    "out-of-range",
                    "outside-plenary-window",
                    "overlapping-plenaries",
                    "speaker-elsewhere",
                    "past",
                    "required",
                    "session-cancelled",
                    "session-ended",
                    "skipped-time",
                    "taken",
                    "too-long",
                    "too-many",
                    "too-many-people",
                    "twice",
                    "unknown-event",
                    "unknown-field",
                    "unknown-consent",
                    "unknown-language",
                    "unknown-session",
                    "unknown-speaker",
                    "unknown-variable",
                    "variable-in-link",
                    "variable-not-closed",
                    "wrong-type");

    private Vocabulary() {}
}
