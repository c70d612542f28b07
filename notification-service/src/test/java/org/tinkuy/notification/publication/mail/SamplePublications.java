package org.tinkuy.notification.publication.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.mail.SampleWords;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.publication.RefusedPublication;

/// One mail of every kind.
public final class SamplePublications {

    static final UUID PROGRAMME = UUID.fromString("0195a1c0-0000-7000-8000-000000000001");

    private SamplePublications() {}

    public static List<Mail> oneOfEach(Language language) {
        return Stream.of("draft-changed", "changes-refused", "too-much-to-publish")
                .map(problem -> new Mail(organiser(language), refused(language, problem)))
                .toList();
    }

    static MailText refused(Language language, String problem) {
        return PublicationMails.write(
                SampleWords.words(),
                new RefusedPublication(
                        new UUID(1, 8),
                        new ProgrammeId(PROGRAMME),
                        new RecipientId(new UUID(1, 9)),
                        new LocalisedText(
                                Map.of("es", "Rumbo a PERUMIN", "en", "Heading to PERUMIN")),
                        ZoneId.of("America/Lima"),
                        Instant.parse("2026-12-01T14:00:00Z"),
                        problem,
                        Instant.parse("2026-12-01T14:00:03Z")),
                organiser(language));
    }

    private static Addressee organiser(Language language) {
        return new Addressee("organiser@example.org", "Luz Huamán", language, null);
    }
}
