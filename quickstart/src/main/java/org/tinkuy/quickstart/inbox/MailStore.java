package org.tinkuy.quickstart.inbox;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Messages as `.eml` files, named by the time of arrival; when there are more than it keeps, the
/// oldest go. They outlive this program however it ends; a power cut may take the newest. What was
/// read is remembered until the program ends.
final class MailStore {

    private static final String SUFFIX = ".eml";

    /// In a directory of 50,000, of which the oldest leave, a file took ext4 seven times as long.
    private static final int MAILS_IN_A_FOLDER = 1_000;

    static final Pattern ID = Pattern.compile("(\\d{13})-[0-9a-f]{8}");

    private final MailFolders folders;
    private final int keep;
    private final SecureRandom random = new SecureRandom();
    private final NavigableSet<String> ids = new ConcurrentSkipListSet<>();

    /// Of those that somebody looked for: to understand a message takes longer than to keep it.
    private final Map<String, Mailpit.Summary> summaries = new ConcurrentHashMap<>();

    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private long lastMillis;

    MailStore(Path directory, int keep) throws IOException {
        this.folders = new MailFolders(directory, MAILS_IN_A_FOLDER);
        this.keep = keep;
        for (var folder : folders.all()) {
            try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                files.forEach(this::found);
            }
        }
        if (!ids.isEmpty()) {
            lastMillis = arrival(ids.last()).toEpochMilli();
        }
    }

    private void found(Path file) {
        var name = file.getFileName().toString();
        var id = name.substring(0, name.length() - SUFFIX.length());
        if (ID.matcher(id).matches()) {
            ids.add(id);
        }
    }

    /// @return the id, when the message is in its file
    String add(String sender, List<String> recipients, byte[] content) throws IOException {
        var id = nextId();
        var beside = folders.of(id).resolve(id + ".new");
        Files.write(beside, withEnvelope(sender, recipients, content), CREATE_NEW);
        Files.move(beside, file(id), StandardCopyOption.ATOMIC_MOVE);
        ids.add(id);
        removeOldest();
        return id;
    }

    /// Their files go without the lock, which would let no other message in meanwhile.
    private void removeOldest() throws IOException {
        for (var id : takeOldest()) {
            remove(id);
        }
    }

    private synchronized List<String> takeOldest() {
        var taken = new ArrayList<String>();
        while (ids.size() > keep) {
            var oldest = ids.first();
            if (ids.remove(oldest)) {
                taken.add(oldest);
            }
        }
        return taken;
    }

    List<String> newestFirst() {
        return List.copyOf(ids.descendingSet());
    }

    /// Empty when it was deleted meanwhile.
    Optional<Mailpit.Summary> summary(String id) {
        return Optional.ofNullable(summaries.computeIfAbsent(id, this::summarised))
                .map(summary -> summary.withRead(isRead(id)));
    }

    private Mailpit.@Nullable Summary summarised(String id) {
        try {
            return ids.contains(id) ? MailParser.summary(id, arrival(id), content(id)) : null;
        } catch (NoSuchFileException _) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `latest` stands for the newest, as in Mailpit.
    Optional<String> find(String id) {
        if (id.equals("latest")) {
            return newestFirst().stream().findFirst();
        }
        return ids.contains(id) ? Optional.of(id) : Optional.empty();
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

    void delete(Collection<String> unwanted) throws IOException {
        for (var id : unwanted) {
            if (ids.remove(id)) {
                remove(id);
            }
        }
    }

    private void remove(String id) throws IOException {
        summaries.remove(id);
        read.remove(id);
        Files.deleteIfExists(file(id));
        folders.tidy(id, ids);
    }

    private Path file(String id) throws NoSuchFileException {
        if (!ID.matcher(id).matches()) {
            throw new NoSuchFileException(id);
        }
        return folders.of(id).resolve(id + SUFFIX);
    }

    /// Names sort as messages arrived, also within one millisecond.
    private synchronized String nextId() throws IOException {
        lastMillis = Math.max(lastMillis + 1, System.currentTimeMillis());
        var bytes = new byte[4];
        random.nextBytes(bytes);
        var id =
                String.format(Locale.ROOT, "%013d-%s", lastMillis, HexFormat.of().formatHex(bytes));
        folders.makeRoomFor(id);
        return id;
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
}
