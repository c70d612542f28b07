package org.tinkuy.notification.newsletter.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.MailingList;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignPreview;
import org.tinkuy.notification.newsletter.CompiledText;
import org.tinkuy.notification.newsletter.Newsletter;
import org.tinkuy.notification.newsletter.Newsletters;
import org.tinkuy.notification.newsletter.UnsubscribeToken;
import org.tinkuy.notification.newsletter.Variable;
import reactor.core.publisher.Mono;

/// What a campaign says to everybody, in one language, with slots for what differs.
@Component
class CampaignTexts implements CampaignPreview {

    /// What differs from reader to reader; newsletter and programme do not.
    private static final List<Variable> READERS_OWN =
            List.of(Variable.NAME, Variable.ADDRESS, Variable.UNSUBSCRIBE);

    private final MailWords words;
    private final Newsletters newsletters;
    private final NotificationSettings settings;

    CampaignTexts(MailWords words, Newsletters newsletters, NotificationSettings settings) {
        this.words = words;
        this.newsletters = newsletters;
        this.settings = settings;
    }

    MailText text(Campaign campaign, Newsletter newsletter, Language written) {
        return text(subject(campaign, newsletter, written), campaign, newsletter, written);
    }

    /// As the list gets it, but for the subject: what goes wrong with the one goes wrong with the
    /// other.
    MailText test(Campaign campaign, Newsletter newsletter, Language written) {
        var subject = subject(campaign, newsletter, written);
        return text(
                words.say(written, "campaign-test.subject", subject),
                campaign,
                newsletter,
                written);
    }

    private MailText text(
            String subject, Campaign campaign, Newsletter newsletter, Language written) {
        var body = body(campaign, newsletter, written);
        var plain = filled(body.plain(), newsletter, written, false);
        var html = filled(body.html(), newsletter, written, true);
        var list = list(campaign, newsletter);
        return new MailText(
                        written,
                        subject,
                        plain,
                        html,
                        Optional.empty(),
                        Optional.of(list),
                        used(String.join("\n", subject, plain, html, list.unsubscribe())))
                .from(newsletter.programmeTitle().in(written));
    }

    /// Each that is used has to be filled in for every reader.
    private static Set<String> used(String text) {
        return READERS_OWN.stream()
                .flatMap(variable -> Stream.of(variable.slot(), variable.slotInLink()))
                .filter(slot -> text.contains("{" + slot + "}"))
                .collect(Collectors.toUnmodifiableSet());
    }

    Map<String, String> slots(
            MailText text, @Nullable String name, String address, UnsubscribeToken token) {
        var slots = new HashMap<String, String>();
        for (var variable : READERS_OWN) {
            var value = value(variable, text.language(), name, address, token);
            if (text.slots().contains(variable.slot())) {
                slots.put(variable.slot(), value);
            }
            if (text.slots().contains(variable.slotInLink())) {
                slots.put(variable.slotInLink(), encoded(value));
            }
        }
        return slots;
    }

    private String value(
            Variable variable,
            Language language,
            @Nullable String name,
            String address,
            UnsubscribeToken token) {
        return switch (variable) {
            case NAME ->
                    name == null || name.isBlank() ? words.say(language, "campaign.reader") : name;
            case ADDRESS -> address;
            case UNSUBSCRIBE -> words.page("/newsletter/unsubscribe/" + token.text()).toString();
            case NEWSLETTER, PROGRAMME ->
                    throw new IllegalArgumentException(variable + " is everybody's");
        };
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public Mono<List<Shown>> of(Campaign campaign) {
        return newsletters
                .of(campaign.programme())
                .map(newsletter ->
                        campaign.draft().words().keySet().stream()
                                .sorted()
                                .map(language -> shown(campaign, newsletter, language))
                                .toList());
    }

    private Shown shown(Campaign campaign, Newsletter newsletter, Language written) {
        var text = text(campaign, newsletter, written);
        var values =
                slots(
                        text,
                        words.say(written, "campaign.preview.name"),
                        "rosa@example.org",
                        UnsubscribeToken.OF_A_TEST);
        return new Shown(
                written,
                spliced(text.subject(), values, false),
                spliced(text.html(), values, true),
                spliced(text.plain(), values, false));
    }

    private MailWords.Body body(Campaign campaign, Newsletter newsletter, Language written) {
        var compiled = CompiledText.of(campaign.draft().in(written).markdown());
        var model = new HashMap<String, Object>();
        model.put("newsletter", newsletter.name());
        model.put("programme", newsletter.programmeTitle().in(written));
        model.put("preheader", Variable.marked(campaign.draft().in(written).preheader()));
        model.put("contentHtml", compiled.html());
        model.put("contentText", compiled.text());
        model.put("coloured", compiled.hasOwnColours());
        model.put("unsubscribe", Variable.UNSUBSCRIBE.mark());
        return words.write("campaign", written, "", model);
    }

    private String subject(Campaign campaign, Newsletter newsletter, Language written) {
        return filled(
                Variable.marked(campaign.draft().in(written).subject()),
                newsletter,
                written,
                false);
    }

    /// The marks become slots, or the value that is everybody's.
    private static String filled(
            String marked, Newsletter newsletter, Language written, boolean html) {
        var text = marked;
        for (var variable : Variable.values()) {
            var value =
                    switch (variable) {
                        case NAME, ADDRESS, UNSUBSCRIBE -> null;
                        case NEWSLETTER -> newsletter.name();
                        case PROGRAMME -> newsletter.programmeTitle().in(written);
                    };
            text =
                    value == null
                            ? text.replace(variable.mark(), "{" + variable.slot() + "}")
                                    .replace(
                                            variable.markInLink(),
                                            "{" + variable.slotInLink() + "}")
                            : text.replace(
                                            variable.mark(),
                                            html ? HtmlUtils.htmlEscape(value) : value)
                                    .replace(variable.markInLink(), encoded(value));
        }
        return text;
    }

    private static String spliced(String text, Map<String, String> values, boolean html) {
        var spliced = text;
        for (var value : values.entrySet()) {
            spliced =
                    spliced.replace(
                            "{" + value.getKey() + "}",
                            html ? HtmlUtils.htmlEscape(value.getValue()) : value.getValue());
        }
        return spliced;
    }

    private MailingList list(Campaign campaign, Newsletter newsletter) {
        return new MailingList(
                newsletter.slug() + ".newsletters." + domain(),
                newsletter.name(),
                "{" + Variable.UNSUBSCRIBE.slot() + "}",
                Optional.of(settings.mail().unsubscribeMailbox())
                        .filter(mailbox -> !mailbox.isBlank()),
                campaign.id().value().toString(),
                Optional.ofNullable(campaign.draft().replyTo()).map(EmailAddress::value));
    }

    /// The site's: a list is told apart by it for as long as the site keeps its name.
    private String domain() {
        var host = URI.create(settings.publicUrl().toString()).getHost();
        return host == null ? "localhost" : host;
    }
}
