package org.tinkuy.notification.notice.mail;

import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;
import static org.tinkuy.notification.people.SampleSessions.aSessionToBeAnnounced;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.mail.SampleWords;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// One letter of every kind.
public final class SampleLetters {

    public static final Instant NOW = Instant.parse("2026-11-22T15:00:20Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final UUID CHALLENGE = UUID.fromString("0195a1c0-0000-7000-8000-000000000040");
    public static final String CODE = "656303";

    public static final NotificationSettings SETTINGS =
            new NotificationSettings(
                    "a secret of at least thirty-two characters",
                    URI.create("https://tinkuy.example.org"),
                    new NotificationSettings.Mail(
                            "Tinkuy <no-reply@example.org>",
                            "",
                            "",
                            new NotificationSettings.Dkim("", "", ""),
                            new NotificationSettings.Dkim("", "", "")),
                    new NotificationSettings.Smtp(
                            "localhost",
                            1025,
                            "",
                            "",
                            false,
                            0,
                            200,
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(2)),
                    new NotificationSettings.Delivery(
                            Duration.ofSeconds(10),
                            Duration.ofMillis(500),
                            Duration.ofDays(400),
                            null));

    private SampleLetters() {}

    static MailWriter aWriter() {
        return aWriter(CLOCK);
    }

    static MailWriter aWriter(Clock clock) {
        return new MailWriter(
                SETTINGS,
                _ -> Mono.error(new UnsupportedOperationException()),
                SampleWords.words(clock));
    }

    public static Mail mail(Letter letter) {
        return aWriter().write(letter);
    }

    public static Stream<Letter> letters() {
        return Stream.of(Language.values()).flatMap(language -> oneOfEach(language).stream());
    }

    public static List<Letter> oneOfEach(Language language) {
        var letters = new ArrayList<Letter>();
        var lima = ana(language, "America/Lima");
        letters.add(aCode(lima, Letter.Purpose.SIGN_IN, List.of()));
        letters.add(aCode(lima, Letter.Purpose.REGISTRATION, List.of(aPlenaryOn("2026-11-25"))));
        letters.add(confirmedAndWaitlisted(language));
        letters.add(
                new Letter.Notice(
                        lima,
                        DeliveryKind.REGISTRATION_CONFIRMED,
                        List.of(confirmed(aPlenaryOn("2026-11-25")))));
        letters.add(
                new Letter.Notice(
                        lima,
                        DeliveryKind.REGISTRATION_WAITLISTED,
                        List.of(waitlisted(aPlenaryOn("2026-11-25")))));
        letters.add(
                new Letter.Notice(
                        lima,
                        DeliveryKind.REGISTRATION_PROMOTED,
                        List.of(confirmed(aPlenaryOn("2026-11-25")))));
        letters.add(
                new Letter.Notice(
                        lima,
                        DeliveryKind.REGISTRATION_CANCELLED,
                        List.of(cancelled(aPlenaryOn("2026-11-25")))));
        for (var reason : List.of("by-attendee", "by-organiser", "session-cancelled")) {
            letters.add(
                    new Letter.Notice(
                            lima,
                            DeliveryKind.REGISTRATION_CANCELLED,
                            List.of(left(reason, aPlenaryOn("2026-11-25")))));
        }
        return letters;
    }

    static Letter confirmedAndWaitlisted(Language language) {
        return new Letter.Notice(
                ana(language, "Europe/Madrid"),
                DeliveryKind.REGISTRATION_CONFIRMED,
                List.of(confirmed(aPlenaryOn("2026-11-25")), waitlisted(aSessionToBeAnnounced())));
    }

    public static Addressee ana(Language language, String zone) {
        return new Addressee("ana@example.org", "Ana Quispe", language, ZoneId.of(zone));
    }

    public static Letter.Code aCode(
            Addressee to, Letter.Purpose purpose, List<SessionDetails> sessions) {
        return aCode(to, purpose, sessions, Set.of());
    }

    public static Letter.Code aCode(
            Addressee to,
            Letter.Purpose purpose,
            List<SessionDetails> sessions,
            Set<SessionId> full) {
        return new Letter.Code(
                to, CHALLENGE, NOW, NOW.plus(Duration.ofMinutes(10)), purpose, sessions, full);
    }

    public static Place confirmed(SessionDetails session) {
        return place(Place.Status.CONFIRMED, null, true, null, session);
    }

    public static Place waitlisted(SessionDetails session) {
        return place(Place.Status.WAITLISTED, 4, false, null, session);
    }

    public static Place cancelled(SessionDetails session) {
        return place(Place.Status.CANCELLED, null, true, "session-withdrawn", session);
    }

    public static Place left(String reason, SessionDetails session) {
        return place(Place.Status.CANCELLED, null, false, reason, session);
    }

    private static Place place(
            Place.Status status,
            @Nullable Integer position,
            boolean inCalendar,
            @Nullable String reason,
            SessionDetails session) {
        return new Place(
                new RegistrationId(UUID.randomUUID()),
                status,
                position,
                inCalendar,
                status == Place.Status.CANCELLED && !inCalendar,
                reason,
                session,
                0);
    }
}
