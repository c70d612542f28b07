package org.tinkuy.notification.newsletter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.languages.Language;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.notification.newsletter.Consent;
import org.tinkuy.notification.newsletter.SubscriptionId;
import org.tinkuy.notification.newsletter.Subscriptions;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.testing.Contract;
import tools.jackson.databind.json.JsonMapper;

class SubscriptionMessagesTests {

    private static final JsonMapper JSON = MessageJson.mapper();
    private static final Contract CONTRACT = new Contract("deliveries", "unsubscribed");

    @Test
    void keepsItsSampleInForm() {
        assertThat(CONTRACT.violations(CONTRACT.sample(1))).isEmpty();
    }

    @Test
    void writesWhatItPromises() {
        var message =
                SubscriptionMessages.message(
                        new Subscriptions.Subscription(
                                new SubscriptionId(
                                        UUID.fromString("0195a1c0-0000-7000-8000-000000000070")),
                                new ProgrammeId(
                                        UUID.fromString("0195a1c0-0000-7000-8000-000000000001")),
                                Language.ES,
                                3),
                        Consent.How.ONE_CLICK,
                        Instant.parse("2026-11-22T15:00:25Z"));

        assertThat(JSON.readTree(JSON.writeValueAsString(message.data())))
                .isEqualTo(CONTRACT.sample(1));
        assertThat(message.key()).isEqualTo(message.subject());
        assertThat(message.sequence()).isEqualTo(3);
    }
}
