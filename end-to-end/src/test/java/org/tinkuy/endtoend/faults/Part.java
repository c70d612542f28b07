package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.tinkuy.endtoend.TinkuySystem;

/// What can be killed.
enum Part {
    GATEWAY("GatewayApplication"),
    SITE("SiteApplication"),
    REGISTRATION_SERVICE("RegistrationServiceApplication"),
    SESSION_SERVICE("SessionServiceApplication"),
    NOTIFICATION_SERVICE("NotificationServiceApplication"),
    KAFKA("KafkaMain"),
    POSTGRESQL("postgresql/postmaster.pid");

    /// In its command line, or the file that tells its process.
    private final String mark;

    Part(String mark) {
        this.mark = mark;
    }

    Optional<ProcessHandle> process(TinkuySystem system) {
        return this == POSTGRESQL
                ? server(system)
                : system.processesOf(mark).filter(ProcessHandle::isAlive).findFirst();
    }

    /// The server is nobody's child.
    private Optional<ProcessHandle> server(TinkuySystem system) {
        try {
            var lines = Files.readAllLines(system.data().resolve(mark));
            return lines.isEmpty() ? Optional.empty() : running(lines);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> running(List<String> lines) {
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().command().filter(c -> c.endsWith("postgres")).isPresent());
    }
}
