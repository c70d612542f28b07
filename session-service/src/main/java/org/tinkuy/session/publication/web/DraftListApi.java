package org.tinkuy.session.publication.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;

/// The programmes that somebody organises, those among them that nobody else sees yet.
@RestController
class DraftListApi {

    /// @param version of its draft
    /// @param published false: only its organisers know of it
    record OrganisedProgramme(
            UUID id, String slug, Map<String, String> title, long version, boolean published) {}

    private final Programmes programmes;
    private final PublishedProgrammes published;

    DraftListApi(Programmes programmes, PublishedProgrammes published) {
        this.programmes = programmes;
        this.published = published;
    }

    @GetMapping("/api/drafts")
    Flux<OrganisedProgramme> drafts(@AuthenticationPrincipal @Nullable Caller caller) {
        if (caller == null) {
            throw new AccessDeniedException("only organisers");
        }
        return published
                .all()
                .map(PublishedProgramme::id)
                .collect(Collectors.toSet())
                .flatMapMany(seen ->
                        programmes
                                .all()
                                .filter(programme -> caller.mayOrganise(programme.id().value()))
                                .map(programme ->
                                        organised(programme, seen.contains(programme.id()))));
    }

    private static OrganisedProgramme organised(Programme programme, boolean published) {
        return new OrganisedProgramme(
                programme.id().value(),
                programme.slug(),
                programme.profile().title().byLanguage(),
                programme.version(),
                published);
    }
}
