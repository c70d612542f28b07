package org.tinkuy.notification.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;

/// Whoever asked for a publication at a stated time is told that it was refused.
@RunningService
class RefusedPublicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private final UUID organiser = UUID.randomUUID();
    private final String address = "luz-" + organiser + "@example.org";

    @BeforeEach
    void anOrganiserIsKnown() {
        var body = OtherServices.sample("attendees", "attendee-recorded", 1);
        body.put("id", organiser.toString()).put("address", address).put("language", "en");
        others.say("attendees", "attendee-recorded", organiser.toString(), 1, body);
        await().atMost(PATIENCE).until(() -> count("recipients", organiser) == 1);
    }

    private void refused(UUID refusal, UUID whose) {
        var body = OtherServices.sample("publications", "publication-refused", 1);
        body.put("id", refusal.toString()).put("attendeeId", whose.toString());
        others.say("publications", "publication-refused", refusal.toString(), 1, body);
    }

    @Test
    void isToldOnceHoweverOftenTheMessageComes() throws MessagingException {
        var once = UUID.randomUUID();
        var after = UUID.randomUUID();
        refused(once, organiser);
        refused(once, organiser);
        refused(after, UUID.randomUUID());

        await().atMost(PATIENCE).until(() -> count("refused_publications", after) == 1);
        await().atMost(PATIENCE).until(() -> !server.received(address).isEmpty());
        assertThat(server.received(address)).hasSize(1);
        assertThat(server.received(address).getFirst().message().getSubject())
                .isEqualTo("Not published: Heading to PERUMIN");
    }

    private long count(String table, UUID id) {
        return database.sql("select count(*) from " + table + " where id = :id")
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
