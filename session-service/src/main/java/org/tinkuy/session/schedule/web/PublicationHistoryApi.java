package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.Seen;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.schedule.ReadPublication;
import org.tinkuy.session.schedule.RestorePublication;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// All that was published of a programme, and how it becomes the draft again.
@RestController
class PublicationHistoryApi {

    /// @param state of the list of changes that the organiser saw
    record DraftsSeen(@Seen @Size(max = 100) String state) {}

    private final Programmes programmes;
    private final Publications publications;
    private final ReadPublication readPublication;
    private final RestorePublication restorePublication;
    private final InputRules rules;
    private final JsonMapper json;

    PublicationHistoryApi(
            Programmes programmes,
            Publications publications,
            ReadPublication readPublication,
            RestorePublication restorePublication,
            InputRules rules,
            JsonMapper json) {
        this.programmes = programmes;
        this.publications = publications;
        this.readPublication = readPublication;
        this.restorePublication = restorePublication;
        this.rules = rules;
        this.json = json;
    }

    @GetMapping("/api/programmes/{id}/publications")
    Mono<PublicationHistory> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        var wanted = ChangesWanted.of(after, limit);
        return programmes
                .find(new ProgrammeId(id))
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMapMany(programme ->
                        publications.of(programme.id(), wanted.after(), wanted.limit()))
                .collectList()
                .map(page -> PublicationHistory.of(page, wanted.limit()));
    }

    @GetMapping("/api/programmes/{id}/publications/{number}")
    Mono<PublicationHistory.Whole> read(
            @PathVariable UUID id,
            @PathVariable long number,
            @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return readPublication
                .of(new ProgrammeId(id), number)
                .map(changes -> PublicationHistory.Whole.of(changes, json));
    }

    @PostMapping("/api/programmes/{id}/publications/{number}/restoration")
    Mono<ProgrammeChanges> restore(
            @PathVariable UUID id,
            @PathVariable long number,
            @RequestBody DraftsSeen seen,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        var checked = rules.check(seen);
        return Uncancelled.run(
                        restorePublication.restore(new ProgrammeId(id), number, checked.state()))
                .map(pending -> ProgrammeChanges.of(pending, json));
    }
}
