package org.tinkuy.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import reactor.core.publisher.Mono;

/// Given these messages, when this is done, then those messages: on a running service and its
/// database, with no broker in between.
///
/// What is given reaches the function that the service has bound to the topic, in the caller's
/// thread, so its effect is there when the call returns. What is told is read from the outbox,
/// where it stands in the transaction that made it true.
///
/// One scenario serves all tests of a context; each test begins with [#about].
public final class Scenario {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BINDINGS = "spring.cloud.stream.bindings";
    private static final String DESTINATION = "-in-0.destination";

    /// The header by which a listener knows its group, as Spring for Apache Kafka calls it.
    private static final String GROUP = "kafka_groupId";

    private final BeanFactory beans;
    private final Environment environment;

    Scenario(BeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    /// Of these alone, while the service goes on with what other tests left: a message belongs to
    /// the scenario when its key, subject or body names one of them.
    public Given about(Object... ids) {
        return new Given(Stream.of(ids).map(Object::toString).toList());
    }

    public final class Given {

        private final List<String> ids;

        private Given(List<String> ids) {
            this.ids = ids;
        }

        public Given given(Said... messages) {
            for (var message : messages) {
                deliver(message);
            }
            return this;
        }

        /// Messages of one topic, as one poll brings them.
        public Given givenTogether(Said... messages) {
            deliver(List.of(messages));
            return this;
        }

        /// What a use case has already done.
        public Given given(Mono<?> done) {
            done.block(PATIENCE);
            return this;
        }

        public When when(Runnable command) {
            var before = end();
            command.run();
            return new When(ids, before);
        }

        public When when(Mono<?> command) {
            return when(() -> command.block(PATIENCE));
        }

        public When when(Said... messages) {
            return when(() -> given(messages));
        }
    }

    public final class When {

        private final List<String> ids;
        private final long before;

        private When(List<String> ids, long before) {
            this.ids = ids;
            this.before = before;
        }

        /// These, in this order, and nothing else. Waits for those that are told by work that goes
        /// on after the command.
        public List<Told> then(Told... expected) {
            var found = found(expected.length);
            var differences = Told.differences(List.of(expected), found);
            if (!differences.isEmpty()) {
                Assertions.fail("%nThe service told something else: %s".formatted(differences));
            }
            return found;
        }

        public void thenNothing() {
            then();
        }

        private List<Told> found(int wanted) {
            try {
                return Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> after(before, ids), told -> told.size() >= wanted);
            } catch (ConditionTimeoutException _) {
                return after(before, ids);
            }
        }
    }

    private void deliver(Said message) {
        listener(function(message.topic())).accept(new GenericMessage<>(message.record()));
    }

    private void deliver(List<Said> poll) {
        var function = function(poll.getFirst().topic());
        var group = environment.getRequiredProperty(BINDINGS + "." + function + "-in-0.group");
        listener(function)
                .accept(
                        new GenericMessage<>(
                                poll.stream().map(Said::record).toList(), Map.of(GROUP, group)));
    }

    @SuppressWarnings("unchecked")
    private Consumer<Message<?>> listener(String function) {
        return beans.getBean(function, Consumer.class);
    }

    private String function(String topic) {
        return Binder.get(environment)
                .bind(BINDINGS, Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of)
                .entrySet()
                .stream()
                .filter(setting -> setting.getKey().endsWith(DESTINATION))
                .filter(setting -> setting.getValue().equals(topic))
                .map(setting -> setting.getKey().replace(DESTINATION, ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no listener is bound to " + topic));
    }

    private long end() {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select coalesce(max(position), 0) from outbox_messages")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Told> after(long position, List<String> ids) {
        try (var connection = connection();
                var statement =
                        connection.prepareStatement(
                                """
                                select type, subject, data from outbox_messages
                                where position > ? and not republished
                                    and exists (select from unnest(?) id
                                        where strpos(concat_ws(' ', key, subject, data), id) > 0)
                                order by position
                                """)) {
            statement.setLong(1, position);
            statement.setArray(2, connection.createArrayOf("text", ids.toArray()));
            var told = new ArrayList<Told>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    told.add(new Told(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return told;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + environment.getRequiredProperty("TINKUY_DATABASE"),
                environment.getRequiredProperty("TINKUY_DATABASE_USER"),
                environment.getRequiredProperty("TINKUY_DATABASE_PASSWORD"));
    }
}
