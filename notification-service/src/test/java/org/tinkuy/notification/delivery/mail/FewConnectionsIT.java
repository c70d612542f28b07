package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.ScriptedMailServer.Reaction;
import org.tinkuy.notification.people.Acts;

/// A mail server that takes one connection, as small relays do.
@RunningService
class FewConnectionsIT {

    private static final int NOTICES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;

    @AfterEach
    void allIsWellAgain() {
        server.letInAtMost(Integer.MAX_VALUE);
    }

    /// The server answers each notice only when the test lets it.
    @Test
    void letsACodeGoBeforeNoticesThatHaveTheOnlyConnection() {
        server.hangUp();
        server.letInAtMost(1);
        var notices = new ArrayList<String>();
        for (var i = 0; i < NOTICES; i++) {
            notices.add(noticeThatTakesItsTime());
        }
        await().atMost(PATIENCE).until(() -> taken(notices) == 1);

        var code = "code-" + UUID.randomUUID() + "@example.org";
        Acts.signIn(others, code, null);

        awaitReleasing(() -> !server.received(code).isEmpty());
        assertThat(taken(notices)).isLessThan(NOTICES);
        awaitReleasing(() -> taken(notices) == NOTICES);
        assertThat(server.received(code)).hasSize(1);
        notices.forEach(notice -> assertThat(server.received(notice)).hasSize(1));
        server.release();
    }

    private String noticeThatTakesItsTime() {
        var acts = new Acts(others).everythingKnown();
        server.script(acts.address, Reaction.TAKE_AND_HOLD);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        return acts.address;
    }

    private void awaitReleasing(Callable<Boolean> done) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    server.release();
                    return done.call();
                });
    }

    private long taken(List<String> notices) {
        return notices.stream().filter(notice -> !server.received(notice).isEmpty()).count();
    }
}
