package org.tinkuy.notification.delivery;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.testing.MovableTime;

/// What the mail server answered to others, and what comes of a refusal because of it.
@TestComponent
public class MailServerAnswers {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final DatabaseClient database;
    private final Suppressions suppressions;
    private final MovableTime time;

    MailServerAnswers(DatabaseClient database, Suppressions suppressions, MovableTime time) {
        this.database = database;
        this.suppressions = suppressions;
        this.time = time;
    }

    /// To somebody else.
    public void toAnother(boolean taken, Instant at) {
        database.sql(
                        """
                        insert into ended_deliveries (id, dedupe_key, kind, lane, channel,
                            recipient_id, about, state, created_at, expires_at, next_attempt_at,
                            attempts, unknowns, insisted, ended_at, cause)
                        values (uuidv7(), gen_random_uuid(), 'reminder-1h', 'reminders-1h', 'mail',
                            gen_random_uuid(), array[gen_random_uuid()], :state, :at, :at, :at,
                            1, 0, false, :at, :cause)
                        """)
                .bind("state", taken ? "sent" : "failed")
                .bind("cause", taken ? "" : "address-refused")
                .bind("at", at)
                .then()
                .block();
    }

    /// An address that was refused is suppressed, because others' mail was taken then.
    public void speakAgainst(String address) {
        toAnother(
                true,
                Objects.requireNonNull(
                        database.sql("select at from refusals where address = $1")
                                .bind(0, address)
                                .mapValue(Instant.class)
                                .one()
                                .block()));
        areHeardAbout(address);
    }

    /// What others were answered is waited for.
    public void areHeardAbout(String... refused) {
        time.pass(Duration.ofSeconds(11));
        areJudged(refused);
    }

    public void areJudged(String... refused) {
        await().atMost(PATIENCE)
                .until(() ->
                        Objects.equals(
                                database.sql(
                                                """
                                                select count(*) from refusals
                                                where address = any($1) and not judged
                                                """)
                                        .bind(0, refused)
                                        .mapValue(Long.class)
                                        .one()
                                        .block(),
                                0L));
    }

    public boolean haveSuppressed(String address) {
        return suppressions.among(List.of(address)).blockOptional().orElseThrow().contains(address);
    }

    public static String someone() {
        return "someone-" + UUID.randomUUID() + "@example.org";
    }
}
