package org.tinkuy.embedded.test;

import java.util.Map;
import org.tinkuy.embedded.EmbeddedKafka;

final class LocalKafka implements TestKafka {

    private final EmbeddedKafka kafka;

    LocalKafka() {
        var data = ServersDirectory.own().resolve("kafka");
        kafka =
                new EmbeddedKafka(
                        new EmbeddedKafka.Settings(
                                data, 0, ServersDirectory.own().resolve("kafka.log"), Map.of()));
        kafka.start();
        ServersDirectory.stopAtTheEnd(this, data);
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public void stop() {
        kafka.stop();
    }

    @Override
    public void kill() {
        kafka.kill();
    }
}
