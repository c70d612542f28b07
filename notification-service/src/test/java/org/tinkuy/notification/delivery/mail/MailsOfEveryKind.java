package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.delivery.ConcludeAttempts;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryFacts;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.KnownRecipients;
import org.tinkuy.notification.delivery.LaterFacts;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.NotedRefusals;
import org.tinkuy.notification.delivery.Suppressions;
import org.tinkuy.notification.delivery.TidyDeliveries;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.testing.MovableTime;
import reactor.core.publisher.Mono;

/// Mails of every kind for workers of a test's own, which share a database and a mail server that
/// keeps everything it takes.
abstract class MailsOfEveryKind {

    private static final int MAILS_OF_EACH_KIND = 150;

    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;
    @Autowired MailWorkers workersOfTheService;
    @Autowired Bell bell;
    @Autowired DeliveryQueue queue;
    @Autowired DeliveryFacts facts;
    @Autowired Suppressions suppressions;
    @Autowired NotedRefusals refusals;
    @Autowired KnownRecipients known;
    @Autowired TidyDeliveries tidy;
    @Autowired LaterFacts laterFacts;
    @Autowired TransactionalOperator transaction;
    @Autowired MailServer mailServer;
    @Autowired MailComposer composer;
    @Autowired MailTraces traces;
    @Autowired DeliveryMetrics metrics;
    @Autowired PhaseTimes times;
    @Autowired NotificationSettings settings;
    @Autowired MovableTime time;
    @Autowired Clock clock;

    private static final Set<String> ENDS = Set.of("sent", "unknown");

    private final UUID campaign = UUID.randomUUID();

    /// One of each way to judge what is unknown.
    private static final Set<DeliveryKind> KINDS =
            EnumSet.of(
                    DeliveryKind.SIGN_IN_CODE,
                    DeliveryKind.REGISTRATION_CONFIRMED,
                    DeliveryKind.REMINDER_1H,
                    DeliveryKind.CAMPAIGN);

    @BeforeEach
    void theServiceItselfRests() {
        workersOfTheService.stop();
    }

    @AfterEach
    void allIsWellAgain() {
        server.beforeEachAnswer(() -> {});
        time.reset();
        workersOfTheService.start();
    }

    final void addSomeOfEach() {
        KINDS.forEach(this::add);
    }

    final MailWorkers workers(
            DeliveryQueue database, TidyDeliveries tidying, ConcludeAttempts attempts) {
        var tools =
                new LaneWork.Tools(
                        composer,
                        new RelayPace(0, System::nanoTime),
                        traces,
                        metrics,
                        times,
                        clock);
        var preparation =
                new MailPreparation(
                        new MailSources(List.of(new Anything())), composer, suppressions, clock);
        return new MailWorkers(
                tools,
                preparation,
                List.of(),
                mailServer,
                bell,
                database,
                tidying,
                attempts,
                settings);
    }

    private static final class Anything implements MailSource {

        @Override
        public Set<DeliveryKind> kinds() {
            return KINDS;
        }

        @Override
        public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
            return Mono.just(
                    batch.stream().collect(Collectors.toMap(Delivery::id, Anything::mail)));
        }

        private static Mail mail(Delivery delivery) {
            return new Mail(
                    new Addressee(delivery.id().value() + "@example.org", null, Language.EN, null),
                    new MailText(
                            Language.EN,
                            delivery.kind().label(),
                            "text",
                            "<p>html</p>",
                            Optional.empty(),
                            Optional.empty(),
                            Set.of()));
        }
    }

    private void add(DeliveryKind kind) {
        database.sql(
                        """
                        insert into deliveries (id, dedupe_key, kind, lane, channel, recipient_id,
                            about, state, created_at, expires_at, next_attempt_at)
                        select uuidv7(), cast(gen_random_uuid() as text), :kind, :lane, 'mail',
                            gen_random_uuid(), cast(array[:campaign] as uuid[]),
                            'ready', :now, :until, :now
                        from generate_series(1, :mails)
                        """)
                .bind("kind", kind.label())
                .bind("lane", kind.lane().label())
                .bind("campaign", campaign)
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(Duration.ofDays(5)))
                .bind("mails", MAILS_OF_EACH_KIND)
                .then()
                .block();
    }

    final void othersNotice() {
        database.sql("update workers set alive_until = '-infinity'").then().block();
        tidy.recover(clock.instant()).block();
    }

    final long open() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select count(*) from all_deliveries
                                where about[1] = :campaign and ended_at is null
                                """)
                        .bind("campaign", campaign)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    final String state(Delivery delivery) {
        return Objects.requireNonNull(
                database.sql("select state from all_deliveries where id = :id")
                        .bind("id", delivery.id().value())
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private record Row(UUID id, DeliveryKind kind, String state, int unknowns) {

        boolean isSent() {
            return state.equals("sent");
        }
    }

    private List<Row> rows() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select id, kind, state, unknowns from all_deliveries
                                where about[1] = :campaign
                                """)
                        .bind("campaign", campaign)
                        .map(row ->
                                new Row(
                                        Objects.requireNonNull(row.get("id", UUID.class)),
                                        DeliveryKind.labelled(
                                                Objects.requireNonNull(
                                                        row.get("kind", String.class))),
                                        Objects.requireNonNull(row.get("state", String.class)),
                                        Objects.requireNonNull(row.get("unknowns", Integer.class))))
                        .all()
                        .collectList()
                        .block());
    }

    /// Each `delivery-sent` once.
    private long published() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select count(*) from outbox_messages m
                                join all_deliveries d on cast(d.id as text) = m.subject
                                where d.about[1] = :campaign and m.type = 'delivery-sent'
                                """)
                        .bind("campaign", campaign)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    /// @param seed to be named with what is wrong
    final void audit(long seed) {
        var copies = new HashMap<String, Integer>();
        var messageIds = new HashMap<String, Set<String>>();
        for (var mail : server.received()) {
            copies.merge(mail.recipient(), 1, Integer::sum);
            messageIds
                    .computeIfAbsent(mail.recipient(), _ -> new HashSet<>())
                    .add(ScriptedMailServer.messageId(mail));
        }
        var rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(KINDS.size() * MAILS_OF_EACH_KIND);
        for (var row : rows) {
            var address = row.id() + "@example.org";
            var received = copies.getOrDefault(address, 0);
            assertThat(row.state())
                    .as("%s, seed %s", row, seed)
                    .isIn(row.kind() == DeliveryKind.SIGN_IN_CODE ? Set.of("sent") : ENDS);
            assertThat(received)
                    .as("copies of %s, seed %s", row, seed)
                    .isBetween(row.isSent() ? 1 : 0, 1 + row.unknowns());
            if (row.kind() == DeliveryKind.CAMPAIGN) {
                assertThat(received).as("copies of %s, seed %s", row, seed).isLessThan(2);
            }
            assertThat(messageIds.getOrDefault(address, Set.of())).hasSizeLessThan(2);
        }
        assertThat(rows).anyMatch(row -> row.unknowns() > 0);
        assertThat(rows).anyMatch(row -> row.state().equals("unknown"));
        assertThat(published()).isEqualTo(rows.stream().filter(Row::isSent).count());
    }
}
