package org.tinkuy.session.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.session.SessionServiceApplication;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.Sessions;
import org.tinkuy.testing.Published;

class SampleLoadingIT {

    private final TestDatabase database = TestServers.postgres().newDatabase();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void loadsOnceWithTwoInstancesAndKeepsEverythingOverARestart() throws Exception {
        startTwo();
        var first = contents(running.getFirst());
        assertThat(first.keySet())
                .containsExactlyInAnyOrder(
                        "heading-to-perumin",
                        "perumin-35",
                        "ccolquemin-2023",
                        "due-diligence-madre-de-dios",
                        "mining-integration",
                        "demonstration");
        assertThat(first.get("demonstration")).hasSize(1);
        assertThat(first.get("heading-to-perumin")).hasSize(2);
        stop();

        start();

        assertThat(contents(running.getLast())).isEqualTo(first);
        for (var programme : programmes(running.getLast())) {
            assertThat(Published.await("programmes", programme.id().value(), 1)).hasSize(1);
        }
        for (var session : first.values().stream().flatMap(List::stream).toList()) {
            assertThat(Published.await("sessions", session, 1)).hasSize(1);
        }
    }

    @Test
    void goesOnAfterACrashInTheMiddle() {
        var before = start();
        var all = contents(before);
        // As if the process had died before it committed the later programmes.
        Stream.of(
                        "outbox_messages",
                        "publication_parts",
                        "publications",
                        "published_sessions",
                        "published_programmes",
                        "sessions",
                        "events",
                        "challenges",
                        "stands",
                        "follow_ups",
                        "programmes")
                .forEach(table -> execute(before, "delete from " + table + lateRows(table)));
        assertThat(contents(before)).hasSize(2);
        stop();

        var after = start();

        assertThat(contents(after).keySet()).isEqualTo(all.keySet());
        assertThat(contents(after).get("heading-to-perumin"))
                .isEqualTo(all.get("heading-to-perumin"));
    }

    @Test
    void schedulesAnotherDemonstrationWhenTheLastOneHasBegun() {
        var before = start();
        var programme = demonstration(before);
        execute(before, "update sessions set date = date - 1 where capacity = 3");
        stop();

        var after = start();

        var sessions = sessions(after, programme);
        assertThat(sessions).hasSize(2);
        var start =
                Objects.requireNonNull(
                        sessions.getLast().times().startsAt(programme.setting().timeZone()));
        assertThat(start).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
    }

    private static String lateRows(String table) {
        return switch (table) {
            case "programmes", "published_programmes" ->
                    " where slug not in ('heading-to-perumin', 'perumin-35')";
            case "outbox_messages" -> "";
            default ->
                    " where programme_id not in (select id from programmes"
                            + " where slug in ('heading-to-perumin', 'perumin-35'))";
        };
    }

    private void startTwo() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<ConfigurableApplicationContext> start = this::start;
            for (var started : threads.invokeAll(List.of(start, start))) {
                started.get();
            }
        }
    }

    private ConfigurableApplicationContext start() {
        var service = new SpringApplicationBuilder(SessionServiceApplication.class);
        leaveLoggingAlone(service.application());
        var context =
                service.properties(
                                Map.of(
                                        "TINKUY_DATABASE", database.address(),
                                        "TINKUY_DATABASE_USER", database.user(),
                                        "TINKUY_DATABASE_PASSWORD", database.password(),
                                        "TINKUY_KAFKA", TestServers.kafka().bootstrapServers(),
                                        "TINKUY_SAMPLES", "../samples",
                                        "TINKUY_SESSION_PORT", "0"))
                        // The relay of the other tests' service has another database.
                        .run("--spring.application.name=session-service-with-samples");
        synchronized (running) {
            running.add(context);
        }
        return context;
    }

    /// Logback is one for the whole JVM, and two that set it up at once fail with a
    /// `ConcurrentModificationException`.
    private static void leaveLoggingAlone(SpringApplication service) {
        service.setListeners(
                service.getListeners().stream()
                        .filter(it -> !(it instanceof LoggingApplicationListener))
                        .toList());
    }

    private static Map<String, List<UUID>> contents(ConfigurableApplicationContext context) {
        var contents = new HashMap<String, List<UUID>>();
        for (var programme : programmes(context)) {
            contents.put(
                    programme.slug(),
                    sessions(context, programme).stream()
                            .map(session -> session.id().value())
                            .toList());
        }
        return contents;
    }

    private static Programme demonstration(ConfigurableApplicationContext context) {
        return programmes(context).stream()
                .filter(programme -> programme.slug().equals("demonstration"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Programme> programmes(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(
                context.getBean(Programmes.class).all().collectList().block());
    }

    private static List<Session> sessions(
            ConfigurableApplicationContext context, Programme programme) {
        return Objects.requireNonNull(
                context.getBean(Sessions.class).ofProgramme(programme.id()).collectList().block());
    }

    private static void execute(ConfigurableApplicationContext context, String sql) {
        context.getBean(DatabaseClient.class).sql(sql).then().block();
    }
}
