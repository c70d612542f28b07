package org.tinkuy.quickstart.inbox;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Where the file of a message is: messages arrive in the order of their ids, and a folder is
/// called by the first that it holds. Files that lie beside the folders are from before there were
/// any.
final class MailFolders {

    private static final String BEFORE_ANY = "";

    private final Path directory;
    private final int mailsInAFolder;
    private final ConcurrentNavigableMap<String, Path> byFirst = new ConcurrentSkipListMap<>();
    private int room;

    MailFolders(Path directory, int mailsInAFolder) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.mailsInAFolder = mailsInAFolder;
        byFirst.put(BEFORE_ANY, directory);
        try (var folders = Files.newDirectoryStream(directory, MailFolders::isOurs)) {
            folders.forEach(it -> byFirst.put(it.getFileName().toString(), it));
        }
    }

    private static boolean isOurs(Path path) {
        return Files.isDirectory(path)
                && MailStore.ID.matcher(path.getFileName().toString()).matches();
    }

    Collection<Path> all() {
        return List.copyOf(byFirst.values());
    }

    Path of(String id) {
        return byFirst.floorEntry(id).getValue();
    }

    /// @param id later than all others
    synchronized void makeRoomFor(String id) throws IOException {
        if (room == 0) {
            byFirst.put(id, Files.createDirectory(directory.resolve(id)));
            room = mailsInAFolder;
        }
        room--;
    }

    /// Removes the folder of a message that went if it was the last of it. The newest folder stays.
    ///
    /// @param left the ids of all messages that there are
    synchronized void tidy(String gone, NavigableSet<String> left) throws IOException {
        var first = byFirst.floorKey(gone);
        var next = byFirst.higherKey(first);
        if (first.equals(BEFORE_ANY) || next == null || !left.subSet(first, next).isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(directory.resolve(first));
            byFirst.remove(first);
        } catch (DirectoryNotEmptyException _) {
            // a message is being written into it
        }
    }
}
