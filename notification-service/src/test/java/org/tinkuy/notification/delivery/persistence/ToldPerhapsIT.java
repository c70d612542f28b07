package org.tinkuy.notification.delivery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryQueue.Begun;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.RecipientId;

/// A database that was restored, whose former system ran on for a while.
class ToldPerhapsIT {

    private static final Instant LOST_AT = Instant.parse("2027-03-10T18:00:00Z");
    private static final Instant NOW = LOST_AT.plus(Duration.ofHours(2));
    private static final Instant BEFORE = LOST_AT.minusSeconds(1);
    private static final Instant AFTER = LOST_AT.plusSeconds(1);

    private ConnectionFactory connections;
    private DatabaseClient database;

    @BeforeEach
    void anEmptyQueue() {
        var address = TestServers.postgres().newDatabase();
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        connections =
                ConnectionFactories.get(
                        ConnectionFactoryOptions.parse(address.r2dbcUrl())
                                .mutate()
                                .option(ConnectionFactoryOptions.USER, address.user())
                                .option(ConnectionFactoryOptions.PASSWORD, address.password())
                                .build());
        database = DatabaseClient.create(connections);
    }

    @Test
    void neitherClaimsNorForgetsWhatWasDueBeforeTheLoss() {
        enqueue("copy before", DeliveryKind.CAMPAIGN, BEFORE, BEFORE, false);
        enqueue("copy after", DeliveryKind.CAMPAIGN, BEFORE, AFTER, false);
        enqueue("reminder before", DeliveryKind.REMINDER_1H, NOW, BEFORE, false);
        enqueue("reminder after", DeliveryKind.REMINDER_1H, NOW, AFTER, false);
        enqueue("notice before", DeliveryKind.REGISTRATION_CONFIRMED, BEFORE, BEFORE, true);
        enqueue("notice after", DeliveryKind.REGISTRATION_CONFIRMED, AFTER, AFTER, false);
        var restored = queue(LOST_AT);

        assertThat(claimed(restored))
                .containsExactlyInAnyOrder("copy after", "reminder after", "notice after");
        assertThat(keys(restored.toldPerhaps(10).block()))
                .containsExactlyInAnyOrder("copy before", "reminder before", "notice before");
    }

    /// The facts that a notice waited for may come after the restoration.
    @Test
    void goesByTheFactOfANoticeAndNotByItsRelease() {
        enqueue("notice", DeliveryKind.REGISTRATION_CONFIRMED, BEFORE, BEFORE, true);
        database.sql("update deliveries set state = 'ready', next_attempt_at = :now")
                .bind("now", NOW)
                .then()
                .block();

        assertThat(claimed(queue(LOST_AT))).isEmpty();
        assertThat(keys(queue(LOST_AT).toldPerhaps(10).block())).containsExactly("notice");
    }

    @Test
    void sendsWhatAnOrganiserWantsSentAgain() {
        enqueue("copy", DeliveryKind.CAMPAIGN, BEFORE, BEFORE, false);
        database.sql("update deliveries set unknowns = 1").then().block();

        assertThat(queue(LOST_AT).toldPerhaps(10).block()).isEmpty();
        assertThat(claimed(queue(LOST_AT))).containsExactly("copy");
    }

    /// What was on its way to the mail server at the very moment of the backup.
    @Test
    void doesNotSendAgainWhatAWorkerOfTheLostSystemHadBegun() {
        begunByAWorkerThatDied("notice");
        var restored = queue(LOST_AT);

        assertThat(keys(restored.takeOver().block())).isEmpty();
        assertThat(keys(restored.toldPerhaps(10).block())).containsExactly("notice");
    }

    @Test
    void takesOverWhatAWorkerHadBegunWhereNothingWasLost() {
        begunByAWorkerThatDied("notice");

        assertThat(keys(queue(null).takeOver().block())).containsExactly("notice");
    }

    @Test
    void knowsOfNoLossUnlessTold() {
        enqueue("copy", DeliveryKind.CAMPAIGN, BEFORE, BEFORE, false);

        assertThat(queue(null).toldPerhaps(10).block()).isEmpty();
        assertThat(claimed(queue(null))).containsExactly("copy");
    }

    private void enqueue(
            String key, DeliveryKind kind, Instant created, Instant due, boolean waits) {
        var expires = NOW.plus(Duration.ofDays(1));
        new PostgresDeliveries(database)
                .enqueue(
                        List.of(
                                new NewDelivery(
                                        key,
                                        kind,
                                        Channel.MAIL,
                                        new RecipientId(UUID.randomUUID()),
                                        List.of(UUID.randomUUID()),
                                        null,
                                        created,
                                        due,
                                        expires,
                                        waits,
                                        null)))
                .block();
    }

    private void begunByAWorkerThatDied(String key) {
        enqueue(key, DeliveryKind.REGISTRATION_WAITLISTED, BEFORE, BEFORE, false);
        var queue = queue(null);
        long worker = Objects.requireNonNull(queue.enlist(Duration.ofMinutes(1)).block());
        var claimed =
                Objects.requireNonNull(
                        queue.claim(worker, Channel.MAIL, Lane.NOTICES, 10, NOW).block());
        queue.begin(worker, new Begun(1, claimed, List.of())).block();
        database.sql("update workers set alive_until = '-infinity'").then().block();
    }

    private List<String> claimed(PostgresDeliveryQueue queue) {
        long worker = Objects.requireNonNull(queue.enlist(Duration.ofMinutes(1)).block());
        return List.of(DeliveryKind.values()).stream()
                .map(DeliveryKind::lane)
                .distinct()
                .flatMap(lane ->
                        keys(queue.claim(worker, Channel.MAIL, lane, 10, NOW).block()).stream())
                .toList();
    }

    private static List<String> keys(@Nullable List<Delivery> deliveries) {
        return Objects.requireNonNull(deliveries).stream().map(Delivery::key).toList();
    }

    private PostgresDeliveryQueue queue(@Nullable Instant toldUntil) {
        return new PostgresDeliveryQueue(
                database,
                TransactionalOperator.create(new R2dbcTransactionManager(connections)),
                new NotificationSettings(
                        "s".repeat(32),
                        URI.create("https://tinkuy.example"),
                        new NotificationSettings.Mail(
                                "no-reply@example.org",
                                "",
                                "",
                                new NotificationSettings.Dkim("", "", ""),
                                new NotificationSettings.Dkim("", "", "")),
                        new NotificationSettings.Smtp(
                                "localhost",
                                1025,
                                "",
                                "",
                                false,
                                0,
                                0,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(2)),
                        new NotificationSettings.Delivery(
                                Duration.ofSeconds(10),
                                Duration.ofMillis(500),
                                Duration.ofDays(400),
                                toldUntil)));
    }
}
