package org.tinkuy.session.publication.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.programme.Archive;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The programmes that somebody organises, those among them that nobody else sees yet.
@RestController
class DraftListApi {

    /// @param version of its draft
    /// @param published false: only its organisers know of it
    /// @param archived put away, not to stand among the others
    record OrganisedProgramme(
            UUID id,
            String slug,
            Map<String, String> title,
            long version,
            boolean published,
            boolean archived) {}

    private final Programmes programmes;
    private final PublishedProgrammes published;
    private final Archive archive;

    DraftListApi(Programmes programmes, PublishedProgrammes published, Archive archive) {
        this.programmes = programmes;
        this.published = published;
        this.archive = archive;
    }

    @GetMapping("/api/drafts")
    Flux<OrganisedProgramme> drafts(@AuthenticationPrincipal @Nullable Caller caller) {
        if (caller == null) {
            throw new AccessDeniedException("only organisers");
        }
        return Mono.zip(
                        published.all().map(PublishedProgramme::id).collect(Collectors.toSet()),
                        archive.all().collect(Collectors.toSet()))
                .flatMapMany(known ->
                        programmes
                                .all()
                                .filter(programme -> caller.mayOrganise(programme.id().value()))
                                .map(programme ->
                                        organised(
                                                programme,
                                                known.getT1().contains(programme.id()),
                                                known.getT2().contains(programme.id()))));
    }

    private static OrganisedProgramme organised(
            Programme programme, boolean published, boolean archived) {
        return new OrganisedProgramme(
                programme.id().value(),
                programme.slug(),
                programme.profile().title().byLanguage(),
                programme.version(),
                published,
                archived);
    }
}
