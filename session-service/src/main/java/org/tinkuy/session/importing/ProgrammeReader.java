package org.tinkuy.session.importing;

import java.nio.file.Path;
import java.util.List;

/// Understands a file of programmes.
public interface ProgrammeReader {

    /// @throws org.tinkuy.problems.InvalidInput naming every field that is wrong
    List<ProgrammePlan> read(Path file);
}
