package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.tinkuy.endtoend.Await;
import org.tinkuy.endtoend.OrganiserApi;
import org.tinkuy.endtoend.TinkuySystem;

/// A campaign to a list of subscribers.
///
/// The subscribers are rows written by the test: asking and confirming by mail is what the tests of
/// the newsletter do, and thousands of confirmation mails would drown what is audited here.
final class Newsletter {

    private static final String PROGRAMME = "heading-to-perumin";
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(1);

    private final Database notification;
    private final OrganiserApi organiser;
    private final UUID programme;

    Newsletter(TinkuySystem system, OrganiserApi organiser) throws IOException {
        this.notification = Database.of(system, "notification");
        this.organiser = organiser;
        this.programme = UUID.fromString(organiser.programme(PROGRAMME).path("id").asString());
    }

    void subscribe(int people) throws SQLException {
        Await.until("the newsletter to be known", KNOWN_WITHIN, this::isKnown);
        notification.update(
                """
                insert into subscriptions (id, programme_id, address, language, state,
                    unsubscribe_token, asked_at, confirmed_at)
                select uuidv7(), ?, 'reader' || n || '@example.org', 'es', 'confirmed',
                    replace(gen_random_uuid() || '-' || n, '-', ''), '2020-01-01Z', '2020-01-01Z'
                from generate_series(1, ?) n
                """,
                programme,
                people);
    }

    private boolean isKnown() {
        try {
            return notification.count(
                            "select count(*) from programmes where id = ? and newsletter is not null",
                            programme)
                    == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    void send(int perSecond) {
        var campaign =
                organiser.send(
                        "POST",
                        "/api/campaigns",
                        Map.of(
                                "programmeId",
                                programme,
                                "subject",
                                Map.of("es", "Novedades de {{programme}}"),
                                "text",
                                Map.of("es", "Hola {{name}}, **nos vemos** pronto."),
                                "rate",
                                perSecond));
        organiser.send(
                "POST", "/api/campaigns/" + campaign.path("id").asString() + "/sending", Map.of());
    }
}
