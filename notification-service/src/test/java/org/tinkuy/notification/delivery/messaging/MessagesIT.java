package org.tinkuy.notification.delivery.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.ScriptedMailServer.Reaction;
import org.tinkuy.notification.people.Acts;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.KafkaLog;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class MessagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    @Value("${TINKUY_KAFKA}")
    String brokers;

    @ParameterizedTest
    @ValueSource(strings = {"attendees", "programmes", "sessions", "registrations"})
    void putsAStateThatCannotBeReadAsideAndGoesOn(String topic) {
        var key = UUID.randomUUID().toString();
        others.sayBytes(topic, "registration-confirmed", key, "{\"id\": 7".getBytes(UTF_8));
        others.sayBytes(topic, "registration-confirmed", key + "-2", "{}".getBytes(UTF_8));
        var deadLetters = "error." + topic + ".notification-service." + topic;
        KafkaLog.awaitFirst(deadLetters, key);
        KafkaLog.awaitFirst(deadLetters, key + "-2");
        var acts = new Acts(others).everythingKnown();
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 1);
    }

    @Test
    void putsASessionAsideWhoseDateCannotBeStoredAndGoesOn() {
        var session = UUID.randomUUID();
        var body = OtherServices.sample("sessions", "session-published", 1);
        body.put("id", session.toString()).put("date", "+300000-01-01");
        others.say("sessions", "session-published", session.toString(), 1, body);
        var letter = KafkaLog.awaitFirst("error.sessions.notification-service.sessions", session);
        assertThat(KafkaLog.header(letter, "letter_kind")).isEqualTo("data");
        assertThat(KafkaLog.header(letter, "letter_reason"))
                .startsWith("the database cannot store it: SQLSTATE 22");
        var acts = new Acts(others).everythingKnown();
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        await().atMost(PATIENCE).until(() -> server.received(acts.address).size() == 1);
    }

    @Test
    void putsASignInThatCannotBeReadAside() {
        var challenge = UUID.randomUUID();
        var body = Acts.signInBody(challenge, "ana@example.org", null);
        others.say(
                "sign-ins",
                "sign-in-requested",
                challenge.toString(),
                1,
                body.put("purpose", "curiosity"));
        KafkaLog.awaitFirst("error.sign-ins.notification-service.signIns", challenge);
    }

    @Test
    void tellsOthersWhatWasSentAndWhatFailed() {
        var sent = new Acts(others).everythingKnown();
        sent.confirmed(sent.first, sent.firstSession, sent.first);
        var failed = new Acts(others).everythingKnown();
        server.script(failed.address, Reaction.REFUSE_RECIPIENT_550);
        failed.confirmed(failed.first, failed.firstSession, failed.first);

        var good = KafkaLog.awaitFirst("deliveries", sent.attendee);
        var goodBody = JSON.readTree(good.value());
        assertThat(KafkaLog.header(good, "ce_type")).isEqualTo("delivery-sent");
        assertThat(KafkaLog.header(good, "ce_source")).isEqualTo("notification-service");
        assertThat(new Contract("deliveries", "delivery-sent").violations(goodBody)).isEmpty();
        assertThat(goodBody.get("about").get(0).asString()).isEqualTo(sent.first.toString());

        var bad = KafkaLog.awaitFirst("deliveries", failed.attendee);
        var badBody = JSON.readTree(bad.value());
        assertThat(KafkaLog.header(bad, "ce_type")).isEqualTo("delivery-failed");
        assertThat(new Contract("deliveries", "delivery-failed").violations(badBody)).isEmpty();
        assertThat(badBody.get("reason").asString())
                .isEqualTo("550 5.1.1 <address> no such mailbox");
    }

    @Test
    void continuesTheTraceOfTheFactToTheMailAndBeyond() {
        var address = "traced-" + UUID.randomUUID() + "@example.org";
        var challenge = UUID.randomUUID();
        var record =
                OtherServices.record(
                        "sign-ins",
                        "sign-in-requested",
                        challenge.toString(),
                        1,
                        UUID.randomUUID(),
                        Acts.signInBody(challenge, address, null).toString().getBytes(UTF_8));
        record.headers()
                .add(
                        "traceparent",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));
        others.send(record);
        var said = KafkaLog.awaitFirst("deliveries", challenge);
        assertThat(KafkaLog.header(said, "traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        assertThat(
                        database.sql(
                                        "select traceparent from all_deliveries where recipient_id = $1")
                                .bind(0, challenge)
                                .mapValue(String.class)
                                .one()
                                .block())
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-");
    }
}
