package org.tinkuy.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.embedded.test.WithServers;
import reactor.core.publisher.Mono;

@SpringBootTest
@WithServers
class OutboxIT {

    @Autowired Outbox outbox;
    @Autowired Stands stands;
    @Autowired TransactionalOperator transactional;

    @Test
    void deliversWhatWasSavedToAListener() {
        var stand = UUID.randomUUID().toString();
        stands.save(Stands.visit(stand));
        stands.awaitVisits(stand, 1);
    }

    @Test
    void failsOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(List.of(Stands.visit("none"))).block())
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void publishesNothingOfATransactionThatRollsBack() {
        var stand = UUID.randomUUID().toString();
        assertThatThrownBy(() ->
                        outbox.append(List.of(Stands.visit(stand)))
                                .then(Mono.error(new IllegalStateException("no")))
                                .as(transactional::transactional)
                                .block())
                .hasMessage("no");
        var later = UUID.randomUUID().toString();
        stands.save(Stands.visit(later));
        stands.awaitVisits(later, 1);
        assertThat(stands.visitsOf(stand)).isZero();
    }

    @Test
    void carriesATombstone() {
        var stand = UUID.randomUUID().toString();
        stands.save(Stands.published(stand, 1, "Cacao"));
        stands.awaitTitle(stand, "Cacao");
        stands.save(Stands.withdrawn(stand, 2));
        stands.awaitTitle(stand);
    }
}
