package org.tinkuy.embedded.test;

/// The Kafka of this JVM's tests.
public interface TestKafka extends TestServer {

    String bootstrapServers();
}
