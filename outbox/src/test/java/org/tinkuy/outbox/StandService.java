package org.tinkuy.outbox;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/// A small service that publishes stands and visits.
@SpringBootApplication
class StandService {

    @Bean
    TransactionalOperator transactional(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }

    @Bean
    Republishable ownStands(DatabaseClient database) {
        return new OwnStands(database);
    }
}
