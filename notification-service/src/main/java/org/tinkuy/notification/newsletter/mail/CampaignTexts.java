package org.tinkuy.notification.newsletter.mail;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.MailingList;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignPreview;
import org.tinkuy.notification.newsletter.CompiledText;
import org.tinkuy.notification.newsletter.Imprint;
import org.tinkuy.notification.newsletter.Imprints;
import org.tinkuy.notification.newsletter.Newsletter;
import org.tinkuy.notification.newsletter.UnsubscribeToken;
import org.tinkuy.notification.newsletter.Variable;
import org.tinkuy.notification.newsletter.mail.ReaderSlots.Reader;
import org.tinkuy.notification.people.RegistrationId;
import reactor.core.publisher.Mono;

/// What a campaign says to everybody, in one language, with slots for what differs.
@Component
class CampaignTexts implements CampaignPreview {

    private final MailWords words;
    private final Imprints imprints;
    private final NotificationSettings settings;

    CampaignTexts(MailWords words, Imprints imprints, NotificationSettings settings) {
        this.words = words;
        this.imprints = imprints;
        this.settings = settings;
    }

    MailText text(Campaign campaign, Imprint imprint, Language written) {
        return text(subject(campaign, imprint, written), campaign, imprint, written);
    }

    /// As its readers get it, but for the subject: what goes wrong with the one goes wrong with the
    /// other.
    MailText test(Campaign campaign, Imprint imprint, Language written) {
        var subject = subject(campaign, imprint, written);
        return text(
                words.say(written, "campaign-test.subject", subject), campaign, imprint, written);
    }

    private MailText text(String subject, Campaign campaign, Imprint imprint, Language written) {
        var body = body(campaign, imprint, written);
        var plain = filled(body.plain(), imprint, written, false);
        var html = filled(body.html(), imprint, written, true);
        var list = Optional.ofNullable(imprint.itsNewsletter()).map(its -> list(campaign, its));
        var leaving = list.map(MailingList::unsubscribe).orElse("");
        return new MailText(
                        written,
                        subject,
                        plain,
                        html,
                        Optional.empty(),
                        list,
                        ReaderSlots.in(String.join("\n", subject, plain, html, leaving)))
                .from(imprint.programmeTitle().in(written))
                .answeredTo(
                        Optional.ofNullable(campaign.draft().replyTo())
                                .or(() -> Optional.ofNullable(imprint.contact()))
                                .map(EmailAddress::value));
    }

    Map<String, String> slots(MailText text, Reader reader) {
        return ReaderSlots.filled(text, reader, words);
    }

    /// Where a subscription ends.
    String leaving(UnsubscribeToken token) {
        return words.page("/newsletter/unsubscribe/" + token.text()).toString();
    }

    /// Where registrations end: the page that asks before it cancels, or all of one's own.
    String leaving(List<RegistrationId> registrations) {
        var page =
                registrations.size() == 1
                        ? words.cancellation(registrations.getFirst())
                        : words.page("/registrations");
        return page.toString();
    }

    /// For whoever only looks at it.
    String leavingNothing(Imprint imprint) {
        return switch (imprint) {
            case Imprint.OfNewsletter _ -> leaving(UnsubscribeToken.OF_A_TEST);
            case Imprint.OfRegistered _ -> leaving(List.of());
        };
    }

    @Override
    public Mono<List<Shown>> of(Campaign campaign) {
        return imprints.of(campaign.programme(), campaign.audience())
                .map(imprint ->
                        campaign.draft().words().keySet().stream()
                                .sorted()
                                .map(language -> shown(campaign, imprint, language))
                                .toList());
    }

    private Shown shown(Campaign campaign, Imprint imprint, Language written) {
        var text = text(campaign, imprint, written);
        var reader =
                new Reader(
                        words.say(written, "campaign.preview.name"),
                        "rosa@example.org",
                        leavingNothing(imprint));
        var values = slots(text, reader);
        var preheader = line(campaign.draft().in(written).preheader(), imprint, written);
        return new Shown(
                written,
                ReaderSlots.spliced(text.subject(), values, false),
                ReaderSlots.spliced(preheader, values, false),
                ReaderSlots.spliced(text.html(), values, true),
                ReaderSlots.spliced(text.plain(), values, false));
    }

    private MailWords.Body body(Campaign campaign, Imprint imprint, Language written) {
        var its = campaign.draft().in(written);
        var compiled = CompiledText.of(its.markdown());
        var model = new HashMap<String, Object>();
        model.put("programme", imprint.programmeTitle().in(written));
        model.put("preheader", Variable.marked(its.preheader()));
        model.put("contentHtml", compiled.html());
        model.put("contentText", compiled.text());
        model.put("coloured", compiled.hasOwnColours());
        model.put("leaving", Variable.UNSUBSCRIBE.mark());
        return switch (imprint) {
            case Imprint.OfNewsletter(var newsletter) -> {
                model.put("newsletter", newsletter.name());
                yield words.write("campaign", written, "", model);
            }
            case Imprint.OfRegistered registered -> {
                model.put("about", about(registered, written));
                model.put("waitingToo", registered.waitingToo());
                yield words.write("message-to-registered", written, "", model);
            }
        };
    }

    private String about(Imprint.OfRegistered imprint, Language written) {
        return switch (imprint) {
            case Imprint.OfEvent(var _, var _, var event, var _) -> event.in(written);
            case Imprint.OfSession(var session, var _) -> {
                var shown = words.session(written, session, null);
                yield words.say(
                        written, "message-to-registered.session", shown.title(), shown.when());
            }
        };
    }

    private static String subject(Campaign campaign, Imprint imprint, Language written) {
        return line(campaign.draft().in(written).subject(), imprint, written);
    }

    private static String line(String typed, Imprint imprint, Language written) {
        return filled(Variable.marked(typed), imprint, written, false);
    }

    /// The marks become slots, or the value that is everybody's.
    private static String filled(String marked, Imprint imprint, Language written, boolean html) {
        var text = marked;
        for (var variable : Variable.values()) {
            var value = everybodys(variable, imprint, written);
            text =
                    value == null
                            ? text.replace(variable.mark(), "{" + variable.slot() + "}")
                                    .replace(
                                            variable.markInLink(),
                                            "{" + variable.slotInLink() + "}")
                            : text.replace(
                                            variable.mark(),
                                            html ? HtmlUtils.htmlEscape(value) : value)
                                    .replace(variable.markInLink(), ReaderSlots.encoded(value));
        }
        return text;
    }

    private static @Nullable String everybodys(
            Variable variable, Imprint imprint, Language written) {
        return switch (variable) {
            case NAME, ADDRESS, UNSUBSCRIBE -> null;
            case NEWSLETTER -> {
                var newsletter = imprint.itsNewsletter();
                yield newsletter == null ? "" : newsletter.name();
            }
            case PROGRAMME -> imprint.programmeTitle().in(written);
        };
    }

    private MailingList list(Campaign campaign, Newsletter newsletter) {
        return new MailingList(
                newsletter.slug() + ".newsletters." + domain(),
                newsletter.name(),
                "{" + Variable.UNSUBSCRIBE.slot() + "}",
                Optional.of(settings.mail().unsubscribeMailbox())
                        .filter(mailbox -> !mailbox.isBlank()),
                campaign.id().value().toString());
    }

    /// The site's: a list is told apart by it for as long as the site keeps its name.
    private String domain() {
        var host = URI.create(settings.publicUrl().toString()).getHost();
        return host == null ? "localhost" : host;
    }
}
