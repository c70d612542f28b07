package org.tinkuy.notification.notice.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.MailWords.Attended;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Addressee;

/// What became of somebody's registrations. Each is written for itself: its calendar file bears the
/// moment at which it was written.
final class NoticeTexts {

    private final MailWords words;

    NoticeTexts(MailWords words) {
        this.words = words;
    }

    MailText of(Letter.Notice letter) {
        var language = letter.to().language();
        var groups = groups(letter);
        var calendar = calendar(letter);
        var sessions = letter.places().stream().map(Place::session).toList();
        var contact = words.contact(sessions);
        var model =
                Map.<String, Object>of(
                        "heading", heading(language, groups),
                        "groups", groups,
                        "headings", headings(language, groups),
                        "calendar",
                                calendar.map(it -> it.method().toLowerCase(Locale.ROOT)).orElse(""),
                        "mine", words.page("/registrations").toString(),
                        "contact", contact.orElse(""));
        var body = words.write("registration", language, letter.to().nameToGreet(), model);
        return new MailText(
                        language,
                        subject(language, groups),
                        body.plain(),
                        body.html(),
                        calendar,
                        Optional.empty(),
                        Set.of())
                .from(words.sender(language, sessions))
                .answeredTo(contact);
    }

    private Optional<CalendarFile> calendar(Letter.Notice letter) {
        var sessions =
                letter.places().stream()
                        .filter(Place::inCalendar)
                        .map(place -> new Attended(place.session(), place.revision()))
                        .toList();
        return letter.kind() == DeliveryKind.REGISTRATION_CANCELLED
                ? words.cancelling(letter.to().language(), sessions)
                : words.publishing(letter.to().language(), sessions);
    }

    /// The places that one sentence tells of.
    ///
    /// @param key its words are `<key>.heading`, `.lead` and `.subject`
    /// @param isOff whether the organisers took the sessions away
    record Group(String key, boolean isOff, List<PlaceView> places) {}

    private List<Group> groups(Letter.Notice letter) {
        var places = new EnumMap<Outcome, List<PlaceView>>(Outcome.class);
        for (var place : letter.places()) {
            places.computeIfAbsent(Outcome.of(letter.kind(), place), _ -> new ArrayList<>())
                    .add(view(letter.to(), place));
        }
        return places.entrySet().stream()
                .map(group ->
                        new Group(
                                group.getKey().key(),
                                group.getKey().isOff(),
                                List.copyOf(group.getValue())))
                .toList();
    }

    private String heading(Language language, List<Group> groups) {
        return groups.size() == 1
                ? ofOneKind(language, ".heading", groups.getFirst())
                : words.say(language, "registrations-decided.heading");
    }

    /// Of each group, where a mail has several.
    private List<String> headings(Language language, List<Group> groups) {
        return groups.stream().map(group -> ofOneKind(language, ".heading", group)).toList();
    }

    /// What happened, in the words for one session or for several.
    private String ofOneKind(Language language, String part, Group group) {
        var places = group.places();
        var what =
                places.size() == 1
                        ? places.getFirst().title()
                        : words.say(language, "sessions", places.size());
        return words.say(language, group.key() + part, what, places.size());
    }

    /// The fact first: a phone shows the first forty letters.
    private String subject(Language language, List<Group> groups) {
        if (groups.size() > 1) {
            return words.say(
                    language,
                    "registrations-decided.subject",
                    groups.getFirst().places().size(),
                    groups.getLast().places().size());
        }
        return ofOneKind(language, ".subject", groups.getFirst());
    }

    /// What the templates show of a session and a person's place in it; an empty text is left out.
    ///
    /// @param because the organisers' reason, which comes before all else
    /// @param cancel the page that asks before it cancels; empty where nothing is left to cancel
    record PlaceView(
            String title,
            String programme,
            String when,
            String yourTime,
            String place,
            String standing,
            String because,
            String page,
            String cancel) {}

    private PlaceView view(Addressee to, Place place) {
        var shown = words.session(to.language(), place.session(), to.timeZone());
        return new PlaceView(
                shown.title(),
                shown.programme(),
                shown.when(),
                shown.yourTime(),
                shown.place(),
                standing(to.language(), place),
                because(to.language(), place),
                shown.page(),
                place.status() == Place.Status.CANCELLED
                        ? ""
                        : words.cancellation(place.id()).toString());
    }

    private String standing(Language language, Place place) {
        if (Outcome.BY_ORGANISER.equals(place.reason())) {
            return words.say(
                    language,
                    place.wasWaiting() ? "taken-off-by-organiser" : "cancelled-by-organiser");
        }
        return place.status() == Place.Status.WAITLISTED
                ? waitlisted(language, place.position())
                : "";
    }

    private String waitlisted(Language language, @Nullable Integer position) {
        return position == null
                ? words.say(language, "waitlisted")
                : words.say(language, "waitlisted-at", position);
    }

    /// Whoever cancelled their own registration needs no reason.
    private String because(Language language, Place place) {
        var because = place.session().cancelledBecause();
        return switch (String.valueOf(place.reason())) {
            case Outcome.WITHDRAWN -> words.say(language, "session-withdrawn");
            case Outcome.SESSION_CANCELLED ->
                    because == null
                            ? words.say(language, "session-cancelled")
                            : words.say(
                                    language, "session-cancelled-because", because.in(language));
            default -> "";
        };
    }
}
