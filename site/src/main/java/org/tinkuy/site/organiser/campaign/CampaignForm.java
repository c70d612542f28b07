package org.tinkuy.site.organiser.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.campaign.Campaigns.Campaign;
import org.tinkuy.site.organiser.campaign.Campaigns.Text;

/// A campaign as it is typed.
///
/// @param subject by language, each of ours
/// @param text by language, each of ours
/// @param preheader by language, each of ours
/// @param replyTo empty: answers go to the sender
/// @param message whom it is for; `null`: it is an issue of a newsletter
record CampaignForm(
        Map<String, String> subject,
        Map<String, String> text,
        Map<String, String> preheader,
        String rate,
        String replyTo,
        @Nullable MessageForm message) {

    private static final int NO_RATE = 0;
    private static final String USUAL_RATE = "20";

    static CampaignForm empty() {
        return to(null);
    }

    static CampaignForm to(@Nullable MessageForm message) {
        return new CampaignForm(
                every(Map.of()), every(Map.of()), every(Map.of()), USUAL_RATE, "", message);
    }

    static CampaignForm of(Campaign campaign) {
        var preheader = campaign.preheader();
        var registered = campaign.registered();
        return new CampaignForm(
                every(campaign.subject()),
                every(campaign.text()),
                every(preheader == null ? Map.of() : preheader),
                String.valueOf(campaign.rate()),
                Objects.requireNonNullElse(campaign.replyTo(), ""),
                registered == null ? null : MessageForm.of(registered));
    }

    static CampaignForm of(MultiValueMap<String, String> form, boolean isMessage) {
        var subject = new LinkedHashMap<String, String>();
        var text = new LinkedHashMap<String, String>();
        var preheader = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            subject.put(language.tag(), typed(form, "subject-" + language.tag()));
            text.put(language.tag(), typed(form, "text-" + language.tag()));
            preheader.put(language.tag(), typed(form, "preheader-" + language.tag()));
        }
        return new CampaignForm(
                subject,
                text,
                preheader,
                typed(form, "rate").strip(),
                typed(form, "replyTo").strip(),
                isMessage ? MessageForm.of(form) : null);
    }

    Text against(@Nullable UUID programme) {
        return new Text(
                programme,
                subject,
                text,
                preheader,
                number(),
                replyTo.isEmpty() ? null : replyTo,
                message == null ? null : message.registered());
    }

    /// What is no number is refused like one that is too small.
    private @Nullable Integer number() {
        try {
            return rate.isEmpty() ? null : Integer.valueOf(rate);
        } catch (NumberFormatException _) {
            return NO_RATE;
        }
    }

    private static Map<String, String> every(Map<String, String> some) {
        var all = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            all.put(language.tag(), some.getOrDefault(language.tag(), ""));
        }
        return all;
    }

    private static String typed(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value;
    }
}
