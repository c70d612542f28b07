package org.tinkuy.notification.notice.mail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Language;

/// What became of somebody's registrations. Each is written for itself: its calendar file counts by
/// the moment at which it was written, because a registration that was cancelled and made again has
/// the session's SEQUENCE each time (RFC 5546 §2.1.5).
final class NoticeTexts {

    private final MailWords words;

    NoticeTexts(MailWords words) {
        this.words = words;
    }

    MailText of(Letter.Notice letter) {
        var to = letter.to();
        var language = to.language();
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
                        letter.places().stream().map(place -> view(to, place)).toList());
        var body = words.write("registration", language, to.nameToGreet(), model);
        return new MailText(
                language,
                words.say(
                        language,
                        letter.kind().label() + ".subject",
                        letter.places().getFirst().session().programmeTitle().in(language)),
                body.plain(),
                body.html(),
                calendar,
                Optional.empty(),
                Set.of());
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

    private PlaceView view(Addressee to, Place place) {
        var shown = words.session(to.language(), place.session(), to.timeZone());
        return new PlaceView(
                shown.title(),
                shown.programme(),
                shown.when(),
                shown.yourTime(),
                shown.place(),
                standing(to.language(), place),
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
