package org.tinkuy.notification.notice.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.RememberedTexts;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Language;
import org.tinkuy.notification.people.SessionDetails;

/// What all those read of whose registrations the same became.
final class NoticeTexts {

    /// A place without whose it is.
    private record Told(
            Place.Status status,
            @Nullable Integer position,
            boolean inCalendar,
            @Nullable String reason,
            SessionDetails session) {

        static Told of(Place place) {
            return new Told(
                    place.status(),
                    place.position(),
                    place.inCalendar(),
                    place.reason(),
                    place.session());
        }
    }

    private record Key(
            DeliveryKind kind,
            List<Told> places,
            Language language,
            @Nullable ZoneId zone,
            boolean named) {}

    private final MailWords words;
    private final RememberedTexts<Key> remembered = new RememberedTexts<>();

    NoticeTexts(MailWords words) {
        this.words = words;
    }

    MailText of(Letter.Notice letter) {
        var to = letter.to();
        return remembered.of(
                new Key(
                        letter.kind(),
                        letter.places().stream().map(Told::of).toList(),
                        to.language(),
                        to.timeZone(),
                        !to.nameToGreet().isEmpty()),
                this::write);
    }

    private MailText write(Key key) {
        var language = key.language();
        var calendar = calendar(key);
        var model =
                Map.<String, Object>of(
                        "kind",
                        key.kind().label(),
                        "calendar",
                        calendar.isPresent(),
                        "mine",
                        words.page("/registrations").toString(),
                        "places",
                        key.places().stream().map(place -> view(key, place)).toList());
        var body =
                words.write(
                        "registration",
                        language,
                        key.named() ? "{" + RememberedTexts.NAME + "}" : "",
                        model);
        return new MailText(
                language,
                words.say(
                        language,
                        key.kind().label() + ".subject",
                        key.places().getFirst().session().programmeTitle().in(language)),
                body.plain(),
                body.html(),
                calendar,
                Optional.empty(),
                key.named() ? Set.of(RememberedTexts.NAME) : Set.of());
    }

    private Optional<CalendarFile> calendar(Key key) {
        var sessions = key.places().stream().filter(Told::inCalendar).map(Told::session).toList();
        return key.kind() == DeliveryKind.REGISTRATION_CANCELLED
                ? words.cancelling(key.language(), sessions)
                : words.publishing(key.language(), sessions);
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

    private PlaceView view(Key key, Told place) {
        var shown = words.session(key.language(), place.session(), key.zone());
        return new PlaceView(
                shown.title(),
                shown.programme(),
                shown.when(),
                shown.yourTime(),
                shown.place(),
                standing(key.language(), place),
                shown.page());
    }

    private String standing(Language language, Told place) {
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
    private String becauseOfTheSession(Language language, Told place) {
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
