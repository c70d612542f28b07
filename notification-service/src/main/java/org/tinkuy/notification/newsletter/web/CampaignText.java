package org.tinkuy.notification.newsletter.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.newsletter.CampaignDraft;

/// @param programmeId whose newsletter; not read when a draft is written anew
/// @param subject by language
/// @param text Markdown by language
/// @param rate messages per second
record CampaignText(
        @Nullable UUID programmeId,
        @Nullable Map<String, String> subject,
        @Nullable Map<String, String> text,
        @Nullable Integer rate) {

    CampaignDraft.Typed typed() {
        return new CampaignDraft.Typed(subject, text, rate);
    }
}
