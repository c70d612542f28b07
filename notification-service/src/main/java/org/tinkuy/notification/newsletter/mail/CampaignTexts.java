package org.tinkuy.notification.newsletter.mail;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
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
import org.tinkuy.notification.people.Language;
import reactor.core.publisher.Mono;

/// What a campaign says to everybody, in one language, with slots for what differs.
@Component
class CampaignTexts implements CampaignPreview {

    /// What differs from reader to reader; newsletter and programme do not.
    private static final Set<Variable> SLOTS =
            Set.of(Variable.NAME, Variable.ADDRESS, Variable.UNSUBSCRIBE);

    private final MailWords words;
    private final Newsletters newsletters;
    private final NotificationSettings settings;

    CampaignTexts(MailWords words, Newsletters newsletters, NotificationSettings settings) {
        this.words = words;
        this.newsletters = newsletters;
        this.settings = settings;
    }

    MailText text(Campaign campaign, Newsletter newsletter, Language written) {
        var body = body(campaign, newsletter, written);
        return new MailText(
                written,
                subject(campaign, newsletter, written),
                filled(body.plain(), newsletter, written, false),
                filled(body.html(), newsletter, written, true),
                Optional.empty(),
                Optional.of(list(campaign, newsletter)),
                labels());
    }

    /// Not one of the list: it goes to its author, who is not on it perhaps.
    MailText test(Campaign campaign, Newsletter newsletter, Language written) {
        var text = text(campaign, newsletter, written);
        return new MailText(
                written,
                words.say(written, "campaign-test.subject", text.subject()),
                text.plain(),
                text.html(),
                Optional.empty(),
                Optional.empty(),
                labels());
    }

    /// @param token `null`: there is no subscription behind it
    Map<String, String> slots(
            @Nullable String name,
            String address,
            @Nullable UnsubscribeToken token,
            Language written) {
        return Map.of(
                Variable.NAME.label(),
                name == null || name.isBlank() ? words.say(written, "campaign.reader") : name,
                Variable.ADDRESS.label(),
                address,
                Variable.UNSUBSCRIBE.label(),
                (token == null
                                ? words.page("/")
                                : words.page("/newsletter/unsubscribe/" + token.text()))
                        .toString());
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
                        words.say(written, "campaign.preview.name"),
                        "rosa@example.org",
                        null,
                        written);
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
        model.put("contentHtml", compiled.html());
        model.put("contentText", compiled.text());
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
                        case NAME, ADDRESS, UNSUBSCRIBE -> slot(variable);
                        case NEWSLETTER -> newsletter.name();
                        case PROGRAMME -> newsletter.programmeTitle().in(written);
                    };
            text = text.replace(variable.mark(), html ? HtmlUtils.htmlEscape(value) : value);
        }
        return text;
    }

    private static String slot(Variable variable) {
        return "{" + variable.label() + "}";
    }

    private static Set<String> labels() {
        return SLOTS.stream().map(Variable::label).collect(Collectors.toUnmodifiableSet());
    }

    private static String spliced(String text, Map<String, String> values, boolean html) {
        return Arrays.stream(Variable.values())
                .filter(SLOTS::contains)
                .reduce(
                        text,
                        (spliced, variable) ->
                                spliced.replace(
                                        slot(variable),
                                        html
                                                ? HtmlUtils.htmlEscape(
                                                        String.valueOf(
                                                                values.get(variable.label())))
                                                : String.valueOf(values.get(variable.label()))),
                        (one, _) -> one);
    }

    private MailingList list(Campaign campaign, Newsletter newsletter) {
        return new MailingList(
                newsletter.slug() + ".newsletters." + domain(),
                newsletter.name(),
                slot(Variable.UNSUBSCRIBE),
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
