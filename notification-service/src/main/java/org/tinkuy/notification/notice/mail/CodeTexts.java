package org.tinkuy.notification.notice.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.RememberedTexts;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;

/// What all those read who ask for a code within a minute, for the same sessions and in the same
/// language; with slots for the code and its link.
final class CodeTexts {

    static final String CODE = "code";
    static final String LINK = "link";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Key(
            Letter.Purpose purpose,
            List<SessionDetails> sessions,
            Set<SessionId> full,
            long minutes,
            Instant until,
            Language language,
            @Nullable ZoneId zone,
            boolean named) {}

    private final MailWords words;
    private final RememberedTexts<Key> remembered = new RememberedTexts<>();

    CodeTexts(MailWords words) {
        this.words = words;
    }

    MailText of(Letter.Code letter) {
        var to = letter.to();
        return remembered.of(
                new Key(
                        letter.purpose(),
                        letter.sessions(),
                        letter.full(),
                        minutes(letter),
                        letter.expiresAt().truncatedTo(ChronoUnit.MINUTES),
                        to.language(),
                        to.timeZone(),
                        !to.nameToGreet().isEmpty()),
                this::write);
    }

    private static long minutes(Letter.Code letter) {
        return Duration.between(letter.requestedAt(), letter.expiresAt())
                .plus(MINUTE)
                .minusSeconds(1)
                .toMinutes();
    }

    /// The code stands in the subject: it is read from the lock screen of the phone. That gives
    /// nothing away that helps, because it works only in the browser that asked for it.
    private MailText write(Key key) {
        var zone = readersZone(key);
        var model =
                Map.<String, Object>of(
                        "full",
                        key.sessions().stream()
                                .map(session -> key.full().contains(session.id()))
                                .toList(),
                        "code",
                        slot(CODE),
                        "link",
                        slot(LINK),
                        "purpose",
                        key.purpose() == Letter.Purpose.REGISTRATION ? "registration" : "sign-in",
                        "minutes",
                        key.minutes(),
                        "until",
                        words.clock(key.until(), zone),
                        "zone",
                        words.zone(key.language(), zone),
                        "places",
                        key.sessions().stream()
                                .map(session -> words.session(key.language(), session, key.zone()))
                                .toList());
        var body =
                words.write(
                        "sign-in-code",
                        key.language(),
                        key.named() ? slot(RememberedTexts.NAME) : "",
                        model);
        return new MailText(
                        key.language(),
                        words.say(key.language(), "sign-in-code.subject", slot(CODE)),
                        body.plain(),
                        body.html(),
                        Optional.empty(),
                        Optional.empty(),
                        key.named() ? Set.of(RememberedTexts.NAME, CODE, LINK) : Set.of(CODE, LINK))
                .from(words.sender(key.language(), key.sessions()))
                .answeredTo(words.contact(key.sessions()));
    }

    private static ZoneId readersZone(Key key) {
        var own = key.zone();
        return own != null
                ? own
                : key.sessions().stream()
                        .findFirst()
                        .map(SessionDetails::timeZone)
                        .orElse(ZoneOffset.UTC);
    }

    private static String slot(String name) {
        return "{" + name + "}";
    }
}
