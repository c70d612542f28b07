package org.tinkuy.session.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;
import org.tinkuy.problems.Misfits;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Finds every value of a file that does not fit where it stands.
final class FileMisfits {

    /// Of a larger file the first is named alone, since each trial costs as much as reading it.
    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    private FileMisfits() {}

    /// @param first at which the mapper stopped
    static Misfits<ProgrammeFile> in(Path file, YAMLMapper yaml, JacksonException first) {
        try (var reader = FileText.open(file)) {
            return Files.size(file) > LARGEST.toBytes()
                    ? Misfits.alone(first)
                    : Misfits.in(
                                    yaml.readTree(reader),
                                    tree -> yaml.treeToValue(tree, ProgrammeFile.class))
                            .orAlone(first);
        } catch (JacksonException noYaml) {
            return Misfits.alone(noYaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
