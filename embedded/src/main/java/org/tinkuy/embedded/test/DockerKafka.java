package org.tinkuy.embedded.test;

import org.testcontainers.kafka.KafkaContainer;

final class DockerKafka implements TestKafka {

    private final KafkaContainer container =
            new KafkaContainer("apache/kafka:4.2.1")
                    .withEnv("KAFKA_NUM_PARTITIONS", "6")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    DockerKafka() {
        container.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(container::stop));
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void start() {
        throw NotRestartable.because();
    }

    @Override
    public void stop() {
        throw NotRestartable.because();
    }

    @Override
    public void kill() {
        throw NotRestartable.because();
    }
}
