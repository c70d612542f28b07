package org.tinkuy.session.schedule.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.schedule.ReadChangelog;
import org.tinkuy.session.web.PublicAnswers;
import reactor.core.publisher.Mono;

/// What became other of a programme, for everybody.
@RestController
class ChangelogApi {

    private final ReadChangelog readChangelog;
    private final PublicAnswers answers;

    ChangelogApi(ReadChangelog readChangelog, PublicAnswers answers) {
        this.readChangelog = readChangelog;
        this.answers = answers;
    }

    @GetMapping(
            path = "/api/programmes/{id}/changelog",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> changelog(@PathVariable("id") String idOrSlug) {
        return answers.of("changelog of " + idOrSlug, readChangelog.of(idOrSlug));
    }
}
