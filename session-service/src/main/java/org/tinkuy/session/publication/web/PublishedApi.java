package org.tinkuy.session.publication.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.publication.FindProgramme;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class PublishedApi {

    private final PublishedProgrammes programmes;
    private final FindProgramme findProgramme;

    PublishedApi(PublishedProgrammes programmes, FindProgramme findProgramme) {
        this.programmes = programmes;
        this.findProgramme = findProgramme;
    }

    @GetMapping("/api/programmes")
    Flux<ProgrammePublished> programmes() {
        return programmes.all().map(ProgrammePublished::of);
    }

    @GetMapping("/api/programmes/{idOrSlug}")
    Mono<ProgrammePublished> programme(@PathVariable String idOrSlug) {
        return findProgramme.byIdOrSlug(idOrSlug).map(ProgrammePublished::of);
    }
}
