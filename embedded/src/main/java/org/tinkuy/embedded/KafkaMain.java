package org.tinkuy.embedded;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A Kafka broker and controller in one, as the process that [EmbeddedKafka] starts. It has a JVM
/// of its own because a broker that meets a fatal fault halts its JVM.
final class KafkaMain {

    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /// Any constant will do: data of one installation never meets another's.
    private static final String CLUSTER_ID = "dGlua3V5LWtueXQta2FmaA";

    private KafkaMain() {}

    /// Arguments: the broker's properties, and the file to create when it is ready.
    public static void main(String... args) throws Exception {
        var properties = new Properties();
        try (var reader =
                new InputStreamReader(
                        Files.newInputStream(Path.of(args[0])), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var config = KafkaConfig.fromProps(properties);
        format(config, properties.getProperty("log.dirs"));
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::shutdown));
        server.startup();
        Files.createFile(Path.of(args[1]));
        server.awaitShutdown();
    }

    /// Writes the cluster's id and first metadata; leaves what is formatted already.
    private static void format(KafkaConfig config, String directory) throws Exception {
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(CLUSTER_ID)
                .setNodeId(config.nodeId())
                .setDirectories(List.of(directory))
                .setMetadataLogDirectory(config.metadataLogDir())
                .setControllerListenerName(CONTROLLER_LISTENER)
                .setIgnoreFormatted(true)
                .run();
    }
}
