package org.tinkuy.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The whole document as a file, for who makes a client of it without a running system.
public final class DocumentFile {

    private DocumentFile() {}

    /// @param arguments the file that is written, in a directory that need not be there
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, Documents.read().whole("/").toPrettyString());
    }
}
