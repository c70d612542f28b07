package org.tinkuy.notification.notice.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Letters;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.notice.SignInCode;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Language;
import org.tinkuy.notification.people.SessionDetails;
import reactor.core.publisher.Mono;

/// Writes codes, and what became of registrations.
@Component
class MailWriter implements MailSource {

    private final NotificationSettings settings;
    private final Letters letters;
    private final MailWords words;

    MailWriter(NotificationSettings settings, Letters letters, MailWords words) {
        this.settings = settings;
        this.letters = letters;
        this.words = words;
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return EnumSet.of(
                DeliveryKind.SIGN_IN_CODE,
                DeliveryKind.REGISTRATION_CONFIRMED,
                DeliveryKind.REGISTRATION_WAITLISTED,
                DeliveryKind.REGISTRATION_PROMOTED,
                DeliveryKind.REGISTRATION_CANCELLED);
    }

    @Override
    public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
        return letters.gather(batch)
                .map(found ->
                        found.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                letter -> write(letter.getValue()))));
    }

    Mail write(Letter letter) {
        return new Mail(
                letter.to(),
                switch (letter) {
                    case Letter.Code code -> code(code);
                    case Letter.Notice notice -> notice(notice);
                });
    }

    /// The code stands in the subject: it is read from the lock screen of the phone. That gives
    /// nothing away that helps, because it works only in the browser that asked for it.
    private MailText code(Letter.Code letter) {
        var language = letter.to().language();
        var digits = SignInCode.of(letter.challengeId(), settings.signInSecret()).digits();
        var zone = readersZone(letter);
        var minutes =
                Duration.between(letter.requestedAt(), letter.expiresAt())
                        .plusSeconds(Duration.ofMinutes(1).toSeconds() - 1)
                        .toMinutes();
        var link = "/sign-in/" + letter.challengeId() + "?code=" + digits;
        var model =
                Map.<String, Object>of(
                        "code",
                        digits,
                        "link",
                        words.page(link).toString(),
                        "purpose",
                        letter.purpose() == Letter.Purpose.REGISTRATION
                                ? "registration"
                                : "sign-in",
                        "minutes",
                        minutes,
                        "until",
                        words.clock(letter.expiresAt(), zone),
                        "zone",
                        words.zone(letter.expiresAt().atZone(zone)),
                        "places",
                        letter.sessions().stream()
                                .map(session -> view(letter.to(), session, ""))
                                .toList());
        return text(
                letter.to(),
                words.say(language, "sign-in-code.subject", digits),
                "sign-in-code",
                model,
                Optional.empty());
    }

    private static ZoneId readersZone(Letter.Code letter) {
        var own = letter.to().timeZone();
        return own != null
                ? own
                : letter.sessions().stream()
                        .findFirst()
                        .map(SessionDetails::timeZone)
                        .orElse(ZoneOffset.UTC);
    }

    private MailText notice(Letter.Notice letter) {
        var language = letter.to().language();
        var calendar = calendar(letter);
        var model =
                Map.<String, Object>of(
                        "kind",
                        letter.kind().label(),
                        "calendar",
                        calendar.isPresent(),
                        "mine",
                        words.page("/registrations").toString(),
                        "places",
                        letter.places().stream()
                                .map(place ->
                                        view(
                                                letter.to(),
                                                place.session(),
                                                standing(language, place)))
                                .toList());
        return text(
                letter.to(),
                words.say(
                        language,
                        letter.kind().label() + ".subject",
                        letter.places().getFirst().session().programmeTitle().in(language)),
                "registration",
                model,
                calendar);
    }

    private MailText text(
            Addressee to,
            String subject,
            String template,
            Map<String, Object> model,
            Optional<CalendarFile> calendar) {
        var body = words.write(template, to.language(), nameOf(to), model);
        return new MailText(
                to.language(),
                subject,
                body.plain(),
                body.html(),
                calendar,
                Optional.empty(),
                Set.of());
    }

    private static String nameOf(Addressee to) {
        var name = to.name();
        return name == null ? "" : name;
    }

    private Optional<CalendarFile> calendar(Letter.Notice letter) {
        var sessions =
                letter.places().stream().filter(Place::inCalendar).map(Place::session).toList();
        return letter.kind() == DeliveryKind.REGISTRATION_CANCELLED
                ? words.cancelling(letter.to().language(), sessions)
                : words.publishing(letter.to().language(), sessions);
    }

    /// What the templates show of a session and a person's place in it; an empty text is left out.
    record PlaceView(
            String title,
            String programme,
            String when,
            String yourTime,
            String place,
            String standing,
            String page) {}

    private PlaceView view(Addressee to, SessionDetails session, String standing) {
        var shown = words.session(to.language(), session, to.timeZone());
        return new PlaceView(
                shown.title(),
                shown.programme(),
                shown.when(),
                shown.yourTime(),
                shown.place(),
                standing,
                shown.page());
    }

    private String standing(Language language, Place place) {
        var position = place.position();
        return switch (place.status()) {
            case CONFIRMED -> "";
            case WAITLISTED ->
                    position == null
                            ? words.say(language, "waitlisted")
                            : words.say(language, "waitlisted-at", position);
            case CANCELLED -> becauseOfTheSession(language, place);
        };
    }

    /// Whoever cancelled their own registration needs no reason.
    private String becauseOfTheSession(Language language, Place place) {
        var because = place.session().cancelledBecause();
        return switch (String.valueOf(place.reason())) {
            case "session-withdrawn" -> words.say(language, "session-withdrawn");
            case "session-cancelled" ->
                    because == null
                            ? words.say(language, "session-cancelled")
                            : words.say(
                                    language, "session-cancelled-because", because.in(language));
            default -> "";
        };
    }
}
