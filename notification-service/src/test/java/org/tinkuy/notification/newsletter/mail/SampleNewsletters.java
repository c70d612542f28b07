package org.tinkuy.notification.newsletter.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.mail.SampleWords;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignDraft;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.CampaignWords;
import org.tinkuy.notification.newsletter.Copies;
import org.tinkuy.notification.newsletter.Imprint;
import org.tinkuy.notification.newsletter.Newsletter;
import org.tinkuy.notification.newsletter.SendingRate;
import org.tinkuy.notification.newsletter.UnsubscribeToken;
import org.tinkuy.notification.newsletter.mail.ReaderSlots.Reader;
import org.tinkuy.notification.notice.mail.SampleLetters;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;

/// An issue of a newsletter, the test of it, and the questions before somebody receives one.
public final class SampleNewsletters {

    private static final String TEXT =
            """
            # Rumbo a PERUMIN

            Hola, amigas y amigos:

            El 25 de noviembre empieza la primera plenaria, en Apurímac. **Inscríbete** en
            [la página del programa](https://tinkuy.example.org/programmes/heading-to-perumin).
            """;
    private static final ProgrammeId PROGRAMME = new ProgrammeId(new UUID(1, 2));
    private static final Newsletter NEWSLETTER =
            new Newsletter(
                    PROGRAMME,
                    "heading-to-perumin",
                    new LocalisedText(Map.of("es", "Rumbo a PERUMIN, Edición Bicentenario")),
                    null,
                    "Rumbo a PERUMIN",
                    new LocalisedText(Map.of("es", "Gracias.")));

    private static final Imprint IMPRINT = new Imprint.OfNewsletter(NEWSLETTER);

    private SampleNewsletters() {}

    static List<Mail> oneOfEach(Language language) {
        return oneOfEach(language, SampleWords.words(), SampleLetters.SETTINGS);
    }

    static Mail issue(String markdown, String address, String name) {
        var texts =
                new CampaignTexts(
                        SampleWords.words(), (_, _) -> Mono.just(IMPRINT), SampleLetters.SETTINGS);
        var text = texts.text(campaign(Language.ES, markdown), IMPRINT, Language.ES);
        return new Mail(
                new Addressee(address, name, Language.ES, null),
                text,
                texts.slots(
                        text, new Reader(name, address, texts.leaving(new UnsubscribeToken("x")))));
    }

    public static List<Mail> oneOfEach(
            Language language, MailWords words, NotificationSettings settings) {
        var texts = new CampaignTexts(words, (_, _) -> Mono.just(IMPRINT), settings);
        var campaign = campaign(language, TEXT);
        var to = new Addressee("ana@example.org", "Ana Quispe", language, null);
        var token = new UnsubscribeToken("abcdefghijklmnopqrstuvwx");
        var questions = new SubscriptionMails(words, settings);
        var text = texts.text(campaign, IMPRINT, language);
        var test = texts.test(campaign, IMPRINT, language);
        return List.of(
                questions.mail(question(to, token, false)),
                questions.mail(question(to, token, true)),
                new Mail(to, text, texts.slots(text, reader(to, texts.leaving(token)))),
                new Mail(to, test, texts.slots(test, reader(to, texts.leavingNothing(IMPRINT)))));
    }

    private static Reader reader(Addressee to, String leaving) {
        return new Reader(to.name(), to.address(), leaving);
    }

    private static Copies.Question question(
            Addressee to, UnsubscribeToken token, boolean subscribed) {
        return new Copies.Question(
                new DeliveryId(new UUID(1, 4)), new UUID(1, 5), NEWSLETTER, to, subscribed, token);
    }

    private static Campaign campaign(Language language, String markdown) {
        return new Campaign(
                new CampaignId(new UUID(1, 3)),
                PROGRAMME,
                CampaignState.DRAFT,
                new CampaignDraft(
                        Map.of(
                                language,
                                new CampaignWords("Empieza la primera plenaria", markdown)),
                        new SendingRate(10)),
                Instant.parse("2026-11-22T15:00:00Z"),
                null,
                null,
                null,
                null,
                null);
    }
}
