package org.tinkuy.session.importing.file;

import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.session.importing.ProgrammeWriter;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.Session;
import tools.jackson.dataformat.yaml.YAMLMapper;

@Component
class YamlProgrammeWriter implements ProgrammeWriter {

    private final YAMLMapper yaml = FileForm.mapper();

    @Override
    public void write(PublishedProgramme programme, List<Session> sessions, OutputStream file) {
        yaml.writeValue(file, new ProgrammeFile(List.of(ProgrammeEntry.of(programme, sessions))));
    }
}
