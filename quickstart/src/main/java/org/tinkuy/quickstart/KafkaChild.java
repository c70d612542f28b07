package org.tinkuy.quickstart;

import java.nio.file.Path;
import org.tinkuy.embedded.EmbeddedKafka;

record KafkaChild(EmbeddedKafka broker, Path log) implements Child {

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public void start() {
        broker.start();
    }

    @Override
    public void stop() {
        broker.stop();
    }

    @Override
    public boolean isRunning() {
        return broker.isRunning();
    }

    @Override
    public long pid() {
        return broker.pid();
    }
}
