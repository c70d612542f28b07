package org.tinkuy.quickstart.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/// Messages as `.eml` files in one directory, named by the time of arrival; when there are more
/// than it keeps, the oldest go. What was read is remembered until the program ends.
final class MailStore {

    private static final String SUFFIX = ".eml";
    private static final Pattern ID = Pattern.compile("(\\d{13})-[0-9a-f]{8}");

    private final Path directory;
    private final int keep;
    private final SecureRandom random = new SecureRandom();
    private final NavigableMap<String, Mailpit.Summary> summaries = new ConcurrentSkipListMap<>();
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private long lastMillis;

    MailStore(Path directory, int keep) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.keep = keep;
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                var id = name.substring(0, name.length() - SUFFIX.length());
                if (ID.matcher(id).matches()) {
                    summaries.put(
                            id, MailParser.summary(id, arrival(id), Files.readAllBytes(file)));
                }
            }
        }
    }

    /// @return the id, when the message has reached the disk
    String add(String sender, List<String> recipients, byte[] content) throws IOException {
        var id = nextId();
        var message = withEnvelope(sender, recipients, content);
        var beside = directory.resolve(id + ".new");
        try (var channel =
                FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(message);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, file(id), StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
        summaries.put(id, MailParser.summary(id, arrival(id), message));
        removeOldest();
        return id;
    }

    private synchronized void removeOldest() throws IOException {
        while (summaries.size() > keep) {
            delete(List.of(summaries.firstKey()));
        }
    }

    /// Newest first.
    Collection<Mailpit.Summary> newestFirst() {
        return summaries.descendingMap().values();
    }

    /// `latest` stands for the newest, as in Mailpit.
    Optional<String> find(String id) {
        if (id.equals("latest")) {
            return newestFirst().stream().map(Mailpit.Summary::id).findFirst();
        }
        return summaries.containsKey(id) ? Optional.of(id) : Optional.empty();
    }

    /// Of an id that was found.
    byte[] content(String id) throws IOException {
        return Files.readAllBytes(file(id));
    }

    Instant arrival(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
    }

    boolean isRead(String id) {
        return read.contains(id);
    }

    void markRead(String id) {
        read.add(id);
    }

    void delete(Collection<String> ids) throws IOException {
        for (var id : ids) {
            if (summaries.remove(id) != null) {
                read.remove(id);
                Files.deleteIfExists(file(id));
            }
        }
    }

    private Path file(String id) throws NoSuchFileException {
        if (!ID.matcher(id).matches()) {
            throw new NoSuchFileException(id);
        }
        return directory.resolve(id + SUFFIX);
    }

    /// Names sort as messages arrived, also within one millisecond.
    private synchronized String nextId() {
        lastMillis = Math.max(lastMillis + 1, System.currentTimeMillis());
        var bytes = new byte[4];
        random.nextBytes(bytes);
        return "%013d-%s".formatted(lastMillis, HexFormat.of().formatHex(bytes));
    }

    /// The envelope, as a mailbox keeps it: it alone tells the blind copies.
    private static byte[] withEnvelope(String sender, List<String> recipients, byte[] content)
            throws IOException {
        var headers = new StringBuilder("Return-Path: <" + sender + ">\r\n");
        recipients.forEach(r -> headers.append("Delivered-To: ").append(r).append("\r\n"));
        var message = new ByteArrayOutputStream(headers.length() + content.length);
        message.write(headers.toString().getBytes(StandardCharsets.UTF_8));
        message.write(content);
        return message.toByteArray();
    }

    private void forceDirectory() {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows has no such operation, and needs none
        }
    }
}
