package org.tinkuy.session.programme.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.programme.FindProgramme;
import org.tinkuy.session.programme.ProgrammePublished;
import org.tinkuy.session.programme.Programmes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ProgrammeApi {

    private final Programmes programmes;
    private final FindProgramme findProgramme;

    ProgrammeApi(Programmes programmes, FindProgramme findProgramme) {
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
