package org.tinkuy.notification.reminder.mail;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.MailWords.Attended;
import org.tinkuy.notification.delivery.RememberedTexts;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.reminder.Announcement;
import org.tinkuy.notification.reminder.RescheduleCopies.Told;

/// The texts that thousands share: one per session, kind, language and time zone, with slots for
/// the name and for the page that cancels the recipient's own registration.
@Component
class ReminderTexts {

    private static final String NAME_SLOT = "{" + RememberedTexts.NAME + "}";
    private static final String CANCEL = "cancel";
    private static final String CANCEL_SLOT = "{" + CANCEL + "}";

    /// What a text depends on; the session's version is among its details.
    private record Key(
            DeliveryKind kind,
            SessionDetails session,
            @Nullable Before before,
            Language language,
            @Nullable ZoneId zone,
            boolean named) {}

    /// @param hasSeat rather than a place on the waiting list
    /// @param revision how often that seat was given up or taken again
    private record Before(Announcement said, boolean hasSeat, int revision) {}

    private final MailWords words;
    private final RememberedTexts<Key> remembered = new RememberedTexts<>();

    ReminderTexts(MailWords words) {
        this.words = words;
    }

    MailText reminder(DeliveryKind kind, SessionDetails session, Addressee to) {
        return remembered.of(key(kind, session, null, to), this::reminder);
    }

    MailText rescheduled(SessionDetails session, Told told, Addressee to) {
        var before = new Before(told.before(), told.hasSeat(), told.revision());
        return remembered.of(
                key(DeliveryKind.SESSION_RESCHEDULED, session, before, to),
                key -> rescheduled(key, before));
    }

    MailText reinstated(SessionDetails session, Addressee to) {
        return remembered.of(
                key(DeliveryKind.SESSION_REINSTATED, session, null, to), this::reinstated);
    }

    Mail mail(Addressee to, MailText text) {
        return new Mail(to, text, Map.of(RememberedTexts.NAME, to.nameToGreet()));
    }

    Mail mail(Addressee to, MailText text, RegistrationId registration) {
        return new Mail(
                to,
                text,
                Map.of(
                        RememberedTexts.NAME,
                        to.nameToGreet(),
                        CANCEL,
                        words.cancellation(registration).toString()));
    }

    private static Key key(
            DeliveryKind kind, SessionDetails session, @Nullable Before before, Addressee to) {
        return new Key(
                kind, session, before, to.language(), to.timeZone(), !to.nameToGreet().isEmpty());
    }

    private MailText reminder(Key key) {
        var session = words.session(key.language(), key.session(), key.zone());
        var model =
                Map.<String, Object>of(
                        "kind",
                        key.kind().label(),
                        "session",
                        session,
                        "cancel",
                        CANCEL_SLOT,
                        "mine",
                        words.page("/registrations").toString());
        var subject = words.say(key.language(), key.kind().label() + ".subject", session.title());
        return text(key, subject, "reminder", model, Optional.empty(), Set.of(CANCEL));
    }

    private MailText reinstated(Key key) {
        var session = words.session(key.language(), key.session(), key.zone());
        var label = key.kind().label();
        return text(
                key,
                words.say(key.language(), label + ".subject", session.title()),
                label,
                Map.of("session", session),
                Optional.empty(),
                Set.of());
    }

    private MailText rescheduled(Key key, Before told) {
        var before = told.said();
        var session = words.session(key.language(), key.session(), key.zone());
        var calendar = told.hasSeat() ? calendar(key, told) : Optional.<CalendarFile>empty();
        var model =
                Map.<String, Object>of(
                        "now",
                        session,
                        "before",
                        words.session(
                                key.language(),
                                key.session().at(before.times(), before.place()),
                                key.zone()),
                        "calendar",
                        calendar.map(it -> it.method().toLowerCase(Locale.ROOT)).orElse(""),
                        "cancel",
                        CANCEL_SLOT,
                        "mine",
                        words.page("/registrations").toString());
        return text(
                key,
                movedSubject(key, before, session),
                "session-rescheduled",
                model,
                calendar,
                Set.of(CANCEL));
    }

    /// The first thing that is read says what is new.
    private String movedSubject(Key key, Announcement before, MailWords.SessionWords session) {
        if (session.shortly().isEmpty()) {
            return words.say(key.language(), "session-rescheduled.subject.open", session.title());
        }
        if (!key.session().times().equals(before.times())) {
            return words.say(
                    key.language(),
                    "session-rescheduled.subject.time",
                    session.shortly(),
                    session.title());
        }
        return session.place().isEmpty()
                ? words.say(key.language(), "session-rescheduled.subject.no-place", session.title())
                : words.say(
                        key.language(),
                        "session-rescheduled.subject.place",
                        session.place(),
                        session.title());
    }

    /// As long as there is no new date, the entry at the old one is taken out.
    private Optional<CalendarFile> calendar(Key key, Before told) {
        var before = told.said();
        return words.publishing(
                        key.language(), List.of(new Attended(key.session(), told.revision())))
                .or(() ->
                        words.cancelling(
                                key.language(),
                                List.of(
                                        new Attended(
                                                key.session().at(before.times(), before.place()),
                                                told.revision()))));
    }

    private MailText text(
            Key key,
            String subject,
            String template,
            Map<String, Object> model,
            Optional<CalendarFile> calendar,
            Set<String> ownSlots) {
        var slots = new HashSet<>(ownSlots);
        if (key.named()) {
            slots.add(RememberedTexts.NAME);
        }
        var contact = words.contact(List.of(key.session()));
        var whole = new HashMap<>(model);
        whole.put("contact", contact.orElse(""));
        var body = words.write(template, key.language(), key.named() ? NAME_SLOT : "", whole);
        return new MailText(
                        key.language(),
                        subject,
                        body.plain(),
                        body.html(),
                        calendar,
                        Optional.empty(),
                        Set.copyOf(slots))
                .from(words.sender(key.language(), List.of(key.session())))
                .answeredTo(contact);
    }
}
