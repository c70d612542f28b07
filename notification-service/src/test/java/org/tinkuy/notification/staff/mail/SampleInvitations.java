package org.tinkuy.notification.staff.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.mail.SampleWords;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.staff.StaffInvitation;

/// One mail of every kind.
public final class SampleInvitations {

    static final UUID ID = UUID.fromString("0195a1c0-0000-7000-8000-0000000000d1");
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private SampleInvitations() {}

    public static List<Mail> oneOfEach(Language language) {
        var to = new Addressee("rosa@example.org", null, language, null);
        return Stream.concat(
                        Stream.of("owner", "organiser", "editor")
                                .map(role -> text(language, role, luz(), "Rumbo a PERUMIN")),
                        Stream.of(text(language, "editor", null, null)))
                .map(text -> new Mail(to, text))
                .toList();
    }

    static MailText text(
            Language language, String role, @Nullable Addressee inviter, @Nullable String title) {
        return StaffMails.write(
                SampleWords.words(),
                new StaffInvitation(
                        ID,
                        new ProgrammeId(UUID.fromString("0195a1c0-0000-7000-8000-000000000001")),
                        new RecipientId(new UUID(1, 9)),
                        "rosa@example.org",
                        language,
                        role,
                        Instant.parse("2026-12-01T14:00:00Z"),
                        Instant.parse("2026-12-08T14:00:00Z")),
                inviter,
                title,
                InvitationSecret.of(ID, SECRET));
    }

    static Addressee luz() {
        return new Addressee(
                "luz@example.org", "Luz Huamán", Language.ES, ZoneId.of("America/Lima"));
    }
}
