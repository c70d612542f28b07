package org.tinkuy.notification.notice.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.messages.UndecodableMessage;
import org.tinkuy.notification.notice.CodeRequest;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.SessionId;

/// What this service needs of `sign-in-requested`.
record SignInRequested(
        UUID challengeId,
        String address,
        String language,
        @Nullable ZoneId timeZone,
        String purpose,
        @Nullable List<UUID> sessionIds,
        @Nullable List<UUID> fullSessionIds,
        Instant expiresAt) {

    static final String TYPE = "sign-in-requested";

    SignInRequested {
        requireNonNull(challengeId, "challengeId");
        requireNonNull(address, "address");
        requireNonNull(language, "language");
        requireNonNull(purpose, "purpose");
        requireNonNull(expiresAt, "expiresAt");
    }

    CodeRequest request(Instant requestedAt) {
        return new CodeRequest(
                challengeId,
                new Addressee(address, null, Language.orSpanish(language), timeZone),
                why(),
                ids(sessionIds),
                Set.copyOf(ids(fullSessionIds)),
                requestedAt,
                expiresAt);
    }

    private static List<SessionId> ids(@Nullable List<UUID> sessions) {
        return sessions == null ? List.of() : sessions.stream().map(SessionId::new).toList();
    }

    private Letter.Purpose why() {
        return switch (purpose) {
            case "sign-in" -> Letter.Purpose.SIGN_IN;
            case "registration" -> Letter.Purpose.REGISTRATION;
            default -> throw new UndecodableMessage("no purpose of a sign-in: " + purpose, null);
        };
    }
}
