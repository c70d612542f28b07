package org.tinkuy.session.importing.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.importing.ImportProgrammes;
import org.tinkuy.session.importing.ProgrammeReader;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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
            @RequestParam(defaultValue = "") List<String> meant,
            @AuthenticationPrincipal Caller caller,
            ServerHttpRequest request) {
        if (!caller.ownsOrganisation()) {
            return Mono.error(new AccessDeniedException("only the organisation's owner"));
        }
        if (request.getHeaders().getContentLength() > ImportProgrammes.LARGEST_FILE.toBytes()) {
            return Mono.error(FileOnDisk.tooLarge(ImportProgrammes.LARGEST_FILE));
        }
        var insistence = new Insistence(Map.of(), null, doubts(meant));
        return FileOnDisk.of(
                        request.getBody(),
                        ImportProgrammes.LARGEST_FILE,
                        file ->
                                Mono.fromCallable(() -> reader.read(file, insistence))
                                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(plans ->
                        Uncancelled.run(
                                importProgrammes
                                        .importAll(plans, caller.attendeeId())
                                        .doOnSuccess(outcomes -> tell(outcomes, caller))))
                .map(outcomes -> outcomes.stream().map(ImportedProgramme::of).toList());
    }

    private static void tell(List<?> outcomes, Caller caller) {
        SecurityLog.of(SecurityEvent.PROGRAMMES_IMPORTED)
                .by(caller.attendeeId())
                .count(outcomes.size())
                .write();
    }

    private static Set<Doubt> doubts(List<String> words) {
        var fields = new FieldErrors();
        words.forEach(word -> fields.word("meant", word, Doubt.WORDS));
        fields.refuseIfAny();
        return words.stream().map(Doubt::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
