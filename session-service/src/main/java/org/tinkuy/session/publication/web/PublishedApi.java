package org.tinkuy.session.publication.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.publication.FindProgramme;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.web.PublicAnswers;
import reactor.core.publisher.Mono;

@RestController
class PublishedApi {

    private final PublishedProgrammes programmes;
    private final FindProgramme findProgramme;
    private final PublicAnswers answers;

    PublishedApi(
            PublishedProgrammes programmes, FindProgramme findProgramme, PublicAnswers answers) {
        this.answers = answers;
        this.programmes = programmes;
        this.findProgramme = findProgramme;
    }

    @GetMapping(path = "/api/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> programmes() {
        return answers.of("programmes", programmes.all().map(ProgrammePublished::of).collectList());
    }

    @GetMapping(path = "/api/programmes/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> programme(@PathVariable("id") String idOrSlug) {
        return answers.of(
                "programme " + idOrSlug,
                findProgramme.byIdOrSlug(idOrSlug).map(ProgrammePublished::of));
    }
}
