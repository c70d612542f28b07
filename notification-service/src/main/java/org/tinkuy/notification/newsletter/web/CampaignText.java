package org.tinkuy.notification.newsletter.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.newsletter.CampaignDraft;
import org.tinkuy.notification.newsletter.TypedAudience;

/// @param programmeId whose newsletter; not read when a draft is written anew
/// @param subject by language
/// @param text Markdown by language
/// @param preheader by language: what inboxes show beside the subject
/// @param rate messages per second
/// @param replyTo an address; absent: answers go to the sender
/// @param registered whom a message is for; absent: it is an issue of the newsletter
record CampaignText(
        @Nullable UUID programmeId,
        @Nullable Map<String, @Nullable String> subject,
        @Nullable Map<String, @Nullable String> text,
        @Nullable Map<String, @Nullable String> preheader,
        @Nullable Integer rate,
        @Nullable String replyTo,
        @Nullable TypedAudience registered) {

    CampaignDraft.Typed typed() {
        return new CampaignDraft.Typed(subject, text, preheader, rate, replyTo, registered);
    }
}
