package org.tinkuy.notification.reminder.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.RememberedTexts;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Language;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.reminder.RescheduleCopies.Told;

/// The texts that thousands share: one per session, kind, language and time zone, with a slot for
/// the name.
@Component
class ReminderTexts {

    private static final String NAME_SLOT = "{" + RememberedTexts.NAME + "}";

    /// What a text depends on; the session's version is among its details.
    private record Key(
            DeliveryKind kind,
            SessionDetails session,
            @Nullable Told before,
            Language language,
            @Nullable ZoneId zone,
            boolean named) {}

    private final MailWords words;
    private final RememberedTexts<Key> remembered = new RememberedTexts<>();

    ReminderTexts(MailWords words) {
        this.words = words;
    }

    MailText reminder(DeliveryKind kind, SessionDetails session, Addressee to) {
        return remembered.of(key(kind, session, null, to), this::reminder);
    }

    MailText rescheduled(SessionDetails session, Told before, Addressee to) {
        return remembered.of(
                key(DeliveryKind.SESSION_RESCHEDULED, session, before, to),
                key -> rescheduled(key, before));
    }

    private static Key key(
            DeliveryKind kind, SessionDetails session, @Nullable Told before, Addressee to) {
        return new Key(
                kind, session, before, to.language(), to.timeZone(), !to.nameToGreet().isEmpty());
    }

    private MailText reminder(Key key) {
        var session = words.session(key.language(), key.session(), key.zone());
        var model =
                Map.<String, Object>of(
                        "kind", key.kind().label(),
                        "session", session,
                        "mine", words.page("/registrations").toString());
        return text(key, session.title(), "reminder", model, Optional.empty());
    }

    private MailText rescheduled(Key key, Told told) {
        var before = told.before();
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
                        "mine",
                        words.page("/registrations").toString());
        return text(key, session.title(), "session-rescheduled", model, calendar);
    }

    /// As long as there is no new date, the entry at the old one is taken out.
    private Optional<CalendarFile> calendar(Key key, Told told) {
        var before = told.before();
        return words.publishing(key.language(), List.of(key.session()))
                .or(() ->
                        words.cancelling(
                                key.language(),
                                List.of(key.session().at(before.times(), before.place()))));
    }

    private MailText text(
            Key key,
            String title,
            String template,
            Map<String, Object> model,
            Optional<CalendarFile> calendar) {
        var body = words.write(template, key.language(), key.named() ? NAME_SLOT : "", model);
        return new MailText(
                key.language(),
                words.say(key.language(), key.kind().label() + ".subject", title),
                body.plain(),
                body.html(),
                calendar,
                Optional.empty(),
                key.named() ? Set.of(RememberedTexts.NAME) : Set.of());
    }
}
