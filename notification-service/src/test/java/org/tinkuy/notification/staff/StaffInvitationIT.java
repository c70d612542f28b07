package org.tinkuy.notification.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;

/// Whoever is invited to a programme's staff gets one mail, and nothing is kept of their address.
@RunningService
class StaffInvitationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private final UUID invitation = UUID.randomUUID();
    private final String address = "rosa-" + invitation + "@example.org";

    @Test
    void isMailedOnceWithALinkAndForgotten() throws Exception {
        invited();
        invited();

        await().atMost(PATIENCE).until(() -> !server.received(address).isEmpty());
        await().atMost(PATIENCE).until(() -> kept() == 0);
        assertThat(server.received(address)).hasSize(1);
        var mail = server.received(address).getFirst().message();
        assertThat(mail.getSubject()).isEqualTo("Invitation to work on a programme");
    }

    private void invited() {
        var body = OtherServices.sample("sign-ins", "staff-invited", 1);
        body.put("invitationId", invitation.toString())
                .put("programmeId", UUID.randomUUID().toString())
                .put("address", address)
                .put("language", "en")
                .put("expiresAt", Instant.now().plus(Duration.ofDays(7)).toString());
        others.say("sign-ins", "staff-invited", invitation.toString(), 1, body);
    }

    private long kept() {
        return database.sql("select count(*) from staff_invitations where address = :address")
                .bind("address", address)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
