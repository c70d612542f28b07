package org.tinkuy.session.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.input.InputFixtures;

public final class FileFixtures {

    private FileFixtures() {}

    public static List<ProgrammePlan> read(Path file) {
        try {
            return new YamlProgrammeReader(InputFixtures.rules()).read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
