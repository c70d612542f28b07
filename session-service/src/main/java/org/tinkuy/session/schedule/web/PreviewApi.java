package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.schedule.MakePreviewLink;
import org.tinkuy.session.schedule.PreviewLink;
import org.tinkuy.session.schedule.PreviewLinks;
import org.tinkuy.session.schedule.ProgrammePreview;
import org.tinkuy.session.schedule.ShowPreview;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Links that show drafts to colleagues, and what they show.
@RestController
class PreviewApi {

    /// @param days after which it ends; `null`: [PreviewLink#USUAL_DAYS]
    record NewPreview(@Nullable @Min(1) @Max(PreviewLink.MOST_DAYS) Integer days) {}

    /// @param by the id of the attendee who is the organiser
    record Preview(UUID id, UUID by, Instant at, Instant endsAt) {

        static Preview of(PreviewLink link) {
            return new Preview(link.id(), link.by(), link.at(), link.endsAt());
        }
    }

    /// @param secret opens it, and is told this once
    record MadePreview(UUID id, String secret, Instant endsAt) {}

    private final Programmes programmes;
    private final PreviewLinks links;
    private final MakePreviewLink makePreviewLink;
    private final ShowPreview showPreview;
    private final InputRules rules;

    PreviewApi(
            Programmes programmes,
            PreviewLinks links,
            MakePreviewLink makePreviewLink,
            ShowPreview showPreview,
            InputRules rules) {
        this.programmes = programmes;
        this.links = links;
        this.makePreviewLink = makePreviewLink;
        this.showPreview = showPreview;
        this.rules = rules;
    }

    @GetMapping("/api/programmes/{id}/previews")
    Flux<Preview> list(@PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return known(new ProgrammeId(id)).flatMapMany(links::of).map(Preview::of);
    }

    @PostMapping("/api/programmes/{id}/previews")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<MadePreview>> make(
            @PathVariable UUID id,
            @RequestBody NewPreview preview,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var days = rules.check(preview).days();
        return Uncancelled.run(
                        makePreviewLink.make(
                                new ProgrammeId(id),
                                days == null ? PreviewLink.USUAL_DAYS : days,
                                caller.attendeeId()))
                .map(made ->
                        ResponseEntity.created(URI.create("/api/previews/" + made.secret().value()))
                                .cacheControl(CacheControl.noStore())
                                .body(
                                        new MadePreview(
                                                made.link().id(),
                                                made.secret().value(),
                                                made.link().endsAt())));
    }

    /// The link shows nothing from then on.
    @DeleteMapping("/api/programmes/{id}/previews/{previewId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> takeBack(
            @PathVariable UUID id,
            @PathVariable UUID previewId,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(
                known(new ProgrammeId(id)).flatMap(its -> links.remove(its, previewId)));
    }

    private Mono<ProgrammeId> known(ProgrammeId id) {
        return programmes
                .find(id)
                .map(Programme::id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new));
    }

    @GetMapping("/api/previews/{secret}")
    Mono<ResponseEntity<ProgrammePreview>> show(@PathVariable String secret) {
        return showPreview
                .of(secret)
                .map(preview ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .header("Referrer-Policy", "no-referrer")
                                .header("X-Robots-Tag", "noindex, nofollow")
                                .body(preview));
    }
}
