package org.tinkuy.notification.reminder.mail;

import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.mail.SampleWords;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.reminder.Announcement;
import org.tinkuy.notification.reminder.RescheduleCopies.Told;

/// One mail of every kind.
public final class SampleReminders {

    static final RegistrationId REGISTRATION = new RegistrationId(new UUID(1, 7));

    private SampleReminders() {}

    public static List<Mail> oneOfEach(Language language) {
        var texts = new ReminderTexts(SampleWords.words());
        var to = ana(language, "Europe/Madrid");
        var reinstated = texts.mail(to, texts.reinstated(aPlenaryOn("2026-11-25"), to));
        return Stream.concat(toRegistered(language).stream(), Stream.of(reinstated)).toList();
    }

    /// Those that say how to give the seat back.
    static List<Mail> toRegistered(Language language) {
        var texts = new ReminderTexts(SampleWords.words());
        var to = ana(language, "Europe/Madrid");
        var session = aPlenaryOn("2026-11-25");
        return Stream.of(
                        texts.reminder(DeliveryKind.REMINDER_24H, session, to),
                        texts.reminder(DeliveryKind.REMINDER_1H, session, to),
                        texts.reminder(DeliveryKind.REMINDER_10MIN, session, to),
                        texts.rescheduled(session, toldOn("2026-11-24"), to))
                .map(text -> texts.mail(to, text, REGISTRATION))
                .toList();
    }

    static Told toldOn(String date) {
        return new Told(
                new Announcement(aPlenaryOn(date).times(), "Abancay"), true, 0, REGISTRATION);
    }

    static Addressee ana(Language language, @Nullable String zone) {
        return new Addressee(
                "ana@example.org", "Ana Quispe", language, zone == null ? null : ZoneId.of(zone));
    }
}
