package org.tinkuy.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaAdmin;
import org.tinkuy.embedded.test.WithServers;

/// From an outbox to a listener.
@SpringBootTest
@WithServers
class SavedMessagesIT {

    private final String stand = UUID.randomUUID().toString();

    @Autowired Stands stands;
    @Autowired StandListeners listeners;
    @Autowired KafkaAdmin admin;

    @Test
    void deliversWhatWasSavedToAListener() {
        stands.save(Stands.visit(stand));
        stands.awaitVisits(stand, 1);
    }

    @Test
    void carriesATombstone() {
        stands.save(Stands.published(stand, 1, "Cacao"));
        stands.awaitTitle(stand, "Cacao");
        stands.save(Stands.withdrawn(stand, 2));
        stands.awaitTitle(stand);
    }

    @Test
    void carriesTheTraceToTheListener() {
        var traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        stands.saveAt("00-" + traceId + "-00f067aa0ba902b7-01", Stands.visit(stand));
        stands.awaitVisits(stand, 1);
        assertThat(listeners.traces.get(stand)).contains(traceId);
    }

    @Test
    void carriesTheTraceThatIsGiven() {
        var traceId = "0af7651916cd43dd8448eb211c80319c";
        stands.save(Stands.visit(stand).causedBy("00-" + traceId + "-b7ad6b7169203331-01"));
        stands.awaitVisits(stand, 1);
        assertThat(listeners.traces.get(stand)).contains(traceId);
    }

    @Test
    void declaresTheTopicsOfDeadLetters() {
        stands.save(Stands.visit(stand));
        stands.awaitVisits(stand, 1);
        var letters = "error.visits.stand-service.countVisits";
        assertThat(admin.describeTopics(letters).values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(1))
                .hasSize(1);
    }
}
