package org.tinkuy.session.importing;

import java.io.OutputStream;
import java.util.List;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.Session;

/// Writes a file of a programme, which [ProgrammeReader] understands.
public interface ProgrammeWriter {

    /// Piece by piece; the stream stays open.
    void write(PublishedProgramme programme, List<Session> sessions, OutputStream file);
}
