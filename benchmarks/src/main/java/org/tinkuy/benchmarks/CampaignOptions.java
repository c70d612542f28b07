package org.tinkuy.benchmarks;

import java.time.Duration;
import java.util.Map;

/// What the command line says: `--name=number`.
///
/// @param mails of a campaign
/// @param campaigns the most of them; three in a row that are alike are enough
/// @param answerAfter how long the second relay thinks about each message
record CampaignOptions(int mails, int campaigns, Duration answerAfter) {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("mails", 20_000, "campaigns", 12, "answer-after-ms", 50);

    static CampaignOptions of(String[] arguments) {
        var values = Options.numbers(DEFAULTS, arguments);
        return new CampaignOptions(
                Options.number(values, "mails"),
                Options.number(values, "campaigns"),
                Duration.ofMillis(Options.number(values, "answer-after-ms")));
    }
}
