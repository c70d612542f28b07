package org.tinkuy.site.organiser.campaign;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinkuy.site.organiser.campaign.Campaigns.Campaign;
import org.tinkuy.site.organiser.campaign.Campaigns.Preview;
import org.tinkuy.site.organiser.campaign.Campaigns.Previews;

/// What inboxes list of a campaign, by language.
///
/// @param preheaders beside the subject; empty, or none: how the text begins
record InInboxes(Map<String, String> subjects, Map<String, String> preheaders) {

    static InInboxes of(Previews previews) {
        return new InInboxes(
                byLanguage(previews.languages(), Preview::subject),
                byLanguage(previews.languages(), Preview::preheader));
    }

    static InInboxes asWritten(Campaign campaign) {
        var preheaders = campaign.preheader();
        return new InInboxes(campaign.subject(), preheaders == null ? Map.of() : preheaders);
    }

    private static Map<String, String> byLanguage(
            List<Preview> previews, Function<Preview, String> line) {
        return previews.stream().collect(Collectors.toMap(Preview::language, line));
    }
}
