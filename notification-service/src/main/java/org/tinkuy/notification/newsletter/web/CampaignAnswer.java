package org.tinkuy.notification.newsletter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignWords;
import org.tinkuy.notification.newsletter.PauseReason;
import org.tinkuy.notification.newsletter.Progress;

/// @param subject by language
/// @param text Markdown by language
/// @param preheader by language, empty where there is none
/// @param rate messages per second
/// @param replyTo absent: answers go to the sender
/// @param audience how many a draft would go to now; addresses that are not mailed any more left
///   out
/// @param progress once it was sent
/// @param pauseReason why it paused by itself: most of the latest copies were refused for good
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignAnswer(
        UUID id,
        UUID programmeId,
        String state,
        Map<String, String> subject,
        Map<String, String> text,
        Map<String, String> preheader,
        int rate,
        @Nullable String replyTo,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long audience,
        @Nullable Progress progress,
        @Nullable PauseReason pauseReason) {

    static CampaignAnswer draft(Campaign campaign, long audience) {
        return of(campaign, audience, null);
    }

    static CampaignAnswer of(Campaign campaign, Progress progress) {
        return of(campaign, null, progress);
    }

    private static CampaignAnswer of(
            Campaign campaign, @Nullable Long audience, @Nullable Progress progress) {
        var replyTo = campaign.draft().replyTo();
        return new CampaignAnswer(
                campaign.id().value(),
                campaign.programme().value(),
                campaign.state().label(),
                byLanguage(campaign, CampaignWords::subject),
                byLanguage(campaign, CampaignWords::markdown),
                byLanguage(campaign, CampaignWords::preheader),
                campaign.draft().rate().perSecond(),
                replyTo == null ? null : replyTo.value(),
                campaign.createdAt(),
                campaign.startedAt(),
                campaign.endedAt(),
                audience,
                progress,
                campaign.pauseReason());
    }

    private static Map<String, String> byLanguage(
            Campaign campaign, Function<CampaignWords, String> part) {
        var texts = new TreeMap<String, String>();
        campaign.draft()
                .words()
                .forEach((language, words) -> texts.put(language.tag(), part.apply(words)));
        return texts;
    }
}
