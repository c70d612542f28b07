package org.tinkuy.notification.newsletter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.newsletter.Audience;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignWords;
import org.tinkuy.notification.newsletter.PauseReason;
import org.tinkuy.notification.newsletter.Progress;
import org.tinkuy.notification.people.Addressee;

/// @param subject by language
/// @param text Markdown by language
/// @param preheader by language, empty where there is none
/// @param rate messages per second
/// @param replyTo absent: answers go to the sender
/// @param registered whom a message is for; absent: it is an issue of the newsletter
/// @param sentBy absent: nobody did, or it is not known
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
        @Nullable Registered registered,
        @Nullable Instant startedAt,
        @Nullable Sender sentBy,
        @Nullable Instant endedAt,
        @Nullable Long audience,
        @Nullable Progress progress,
        @Nullable PauseReason pauseReason) {

    /// @param waiting whether those on the waiting list get it, too
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(@Nullable UUID sessionId, @Nullable UUID eventId, boolean waiting) {

        private static @Nullable Registered of(Audience audience) {
            return switch (audience) {
                case Audience.Subscribers _ -> null;
                case Audience.OfSession(var session, var waitingToo) ->
                        new Registered(session.value(), null, waitingToo);
                case Audience.OfEvent(var event, var waitingToo) ->
                        new Registered(null, event, waitingToo);
            };
        }
    }

    /// @param name absent, as the address is, where the person is not known any more
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sender(UUID id, @Nullable String name, @Nullable String address) {

        static Sender of(UUID id, @Nullable Addressee known) {
            if (known == null) {
                return new Sender(id, null, null);
            }
            var name = known.nameToGreet();
            return new Sender(id, name.isEmpty() ? null : name, known.address());
        }
    }

    static CampaignAnswer draft(Campaign campaign, long audience) {
        return of(campaign, null, audience, null);
    }

    static CampaignAnswer of(Campaign campaign, @Nullable Sender sentBy, Progress progress) {
        return of(campaign, sentBy, null, progress);
    }

    private static CampaignAnswer of(
            Campaign campaign,
            @Nullable Sender sentBy,
            @Nullable Long audience,
            @Nullable Progress progress) {
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
                Registered.of(campaign.audience()),
                campaign.startedAt(),
                sentBy,
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
