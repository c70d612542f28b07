package org.tinkuy.session.importing.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.importing.ImportProgrammes;
import org.tinkuy.session.importing.ProgrammeReader;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class ImportApi {

    /// @param imported false: a programme of this slug was there before, and stays as it is
    record ImportedProgramme(UUID id, String slug, boolean imported) {

        static ImportedProgramme of(ImportProgrammes.Outcome outcome) {
            return new ImportedProgramme(outcome.id().value(), outcome.slug(), outcome.imported());
        }
    }

    private final ProgrammeReader reader;
    private final ImportProgrammes importProgrammes;

    ImportApi(ProgrammeReader reader, ImportProgrammes importProgrammes) {
        this.reader = reader;
        this.importProgrammes = importProgrammes;
    }

    @PostMapping(
            path = "/api/programmes/import",
            consumes = MediaType.APPLICATION_YAML_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<List<ImportedProgramme>> importProgrammes(
            @AuthenticationPrincipal Caller caller, @RequestBody byte[] file) {
        if (!caller.ownsOrganisation()) {
            return Mono.error(new AccessDeniedException("only the organisation's owner"));
        }
        return importProgrammes
                .importAll(reader.read(file))
                .map(outcomes -> outcomes.stream().map(ImportedProgramme::of).toList());
    }
}
