package org.tinkuy.notification.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.testing.Contract;
import tools.jackson.databind.json.JsonMapper;

/// What this service promises to say is said.
class ContractsTests {

    private static final JsonMapper JSON = MessageJson.mapper();
    private static final Instant AT = Instant.parse("2026-11-22T15:00:25Z");

    @ParameterizedTest
    @CsvSource({"delivery-sent", "delivery-failed"})
    void keepsItsSamplesInForm(String message) {
        var contract = new Contract("deliveries", message);
        assertThat(contract.violations(contract.sample(1))).isEmpty();
        assertThat(contract.violations(contract.sample(2))).isEmpty();
    }

    @Test
    void writesWhatItPromises() {
        assertThat(written(new Verdict.Sent(AT)))
                .isEqualTo(new Contract("deliveries", "delivery-sent").sample(1));
        assertThat(
                        written(
                                new Verdict.Failed(
                                        AT, Failure.ADDRESS_REFUSED, "550 5.1.1 no such mailbox")))
                .isEqualTo(new Contract("deliveries", "delivery-failed").sample(1));
    }

    @Test
    void saysNothingOfWhatIsNotOver() {
        assertThat(DeliveryMessages.message(aDelivery(), new Verdict.Again(AT, "451"))).isEmpty();
        assertThat(DeliveryMessages.message(aDelivery(), new Verdict.LeftUnknown(AT, "lost")))
                .isEmpty();
    }

    private static Object written(Verdict verdict) {
        var message = DeliveryMessages.message(aDelivery(), verdict).orElseThrow();
        return JSON.readTree(JSON.writeValueAsString(message.data()));
    }

    private static Delivery aDelivery() {
        return new Delivery(
                new DeliveryId(UUID.fromString("0195a1c0-0000-7000-8000-000000000060")),
                "a-name",
                DeliveryKind.REGISTRATION_CONFIRMED,
                new RecipientId(UUID.fromString("0195a1c0-0000-7000-8000-000000000020")),
                List.of(
                        UUID.fromString("0195a1c0-0000-7000-8000-000000000030"),
                        UUID.fromString("0195a1c0-0000-7000-8000-000000000031")),
                AT,
                1,
                0,
                false,
                null);
    }
}
