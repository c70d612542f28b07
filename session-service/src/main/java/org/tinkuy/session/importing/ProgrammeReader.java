package org.tinkuy.session.importing;

import java.nio.file.Path;
import java.util.List;
import org.tinkuy.session.schedule.Insistence;

/// Understands a file of programmes.
public interface ProgrammeReader {

    /// @param insistence what whoever sends the file says of it
    /// @throws org.tinkuy.problems.InvalidInput naming every field that is wrong
    List<ProgrammePlan> read(Path file, Insistence insistence);
}
