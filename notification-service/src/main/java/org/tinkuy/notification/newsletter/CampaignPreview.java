package org.tinkuy.notification.newsletter;

import java.util.List;
import org.tinkuy.languages.Language;
import reactor.core.publisher.Mono;

/// What recipients of a campaign will see.
public interface CampaignPreview {

    /// @param preheader what inboxes show beside the subject; empty: how the text begins
    record Shown(Language language, String subject, String preheader, String html, String text) {}

    /// In each language that it is written in, for an imagined reader; empty where its newsletter
    /// is not offered any more.
    Mono<List<Shown>> of(Campaign campaign);
}
