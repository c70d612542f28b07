package org.tinkuy.inbox;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.outbox.Outbox;

/// A small service that both publishes stands and visits and follows them.
@SpringBootApplication
class StandService {

    @Bean
    TransactionalOperator transactional(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }

    @Bean
    Stands stands(Outbox outbox, DatabaseClient database, TransactionalOperator transactional) {
        return new Stands(outbox, database, transactional);
    }

    /// A dozen attempts stand for those of a minute.
    @Bean
    InboxRetry impatient() {
        return new InboxRetry(Duration.ofMillis(2), Duration.ofMillis(20));
    }

    @Bean
    StandListeners standListeners(DatabaseClient database) {
        return new StandListeners(database);
    }

    @Bean
    Consumer<Message<?>> countVisits(Inbox inbox, StandListeners listeners) {
        return inbox.facts("count-visits", listeners::count);
    }

    @Bean
    Consumer<Message<?>> followStands(Inbox inbox, StandListeners listeners) {
        return inbox.states("follow-stands", listeners::follow);
    }

    @Bean
    Consumer<Message<?>> tellOfStands(Inbox inbox, StandListeners listeners) {
        return inbox.facts("tell-of-stands", listeners::tell);
    }

    @Bean
    Consumer<Message<?>> countTogether(Inbox inbox, StandListeners listeners) {
        return inbox.statesInBatches(
                "count-together", Set.of("stand-passed"), listeners::countTogether);
    }

    @Bean
    Consumer<Message<?>> nameStands(Inbox inbox, StandListeners listeners) {
        return inbox.repeatablesInBatches("name-stands", listeners::name);
    }

    @Bean
    Consumer<Message<?>> countCrowds(Inbox inbox, StandListeners listeners) {
        return inbox.facts("count-crowds", listeners::count);
    }
}
