package org.tinkuy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A publication waits for its time, and what became of it is told.
@WithTinkuy
class PublishLaterIT {

    private static final Duration LATER = Duration.ofHours(2);

    private final TinkuySystem system;

    PublishLaterIT(TinkuySystem system) {
        this.system = system;
    }

    @AfterEach
    void backToNow() {
        system.moveClock(Duration.ZERO);
    }

    @Test
    void mailsTheReasonWhereNothingWasPublished() {
        var organiser = system.organiser().signIn();
        var title = "Caravana " + UUID.randomUUID();
        var draft = "/api/programmes/" + UUID.randomUUID() + "/draft";
        organiser.send("PUT", draft, programme(title, 0));
        var state = organiser.send("GET", draft + "/changes", null).path("state").asString();
        organiser.send(
                "PUT",
                draft + "/publication/plan",
                Map.of("at", system.now().plus(LATER).toString(), "state", state));
        organiser.send("PUT", draft, programme(title + ", otra vez", 1));
        var inbox = system.inbox();
        var before = inbox.of(TinkuySystem.ORGANISER).size();

        system.moveClock(LATER.plusMinutes(1));

        var mail = inbox.awaitNewest(TinkuySystem.ORGANISER, before + 1);
        assertThat(mail.subject()).contains(title + ", otra vez");
        assertThat(mail.text())
                .contains(draft.replaceAll("/api/programmes/|/draft", ""), "/changes");
        assertThat(planned(organiser, draft).at("/refused/problem").asString())
                .isEqualTo("draft-changed");
    }

    private static JsonNode planned(OrganiserApi organiser, String draft) {
        return organiser.send("GET", draft + "/publication/plan", null);
    }

    private static Map<String, Object> programme(String title, int version) {
        return Map.of(
                "version",
                version,
                "title",
                Map.of("es", title),
                "timeZone",
                "America/Lima",
                "mode",
                "online",
                "admission",
                "open");
    }
}
