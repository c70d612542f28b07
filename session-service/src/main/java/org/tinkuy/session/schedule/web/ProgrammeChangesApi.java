package org.tinkuy.session.schedule.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InputRules;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.LargeBody;
import org.tinkuy.problems.Seen;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Stated;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.Publication;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.ListPendingChanges;
import org.tinkuy.session.schedule.PublishAllDrafts;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// What would change for everybody, and its publication as a whole.
@RestController
class ProgrammeChangesApi {

    /// As many answers as a programme has sessions: 10,000 with two reasons of 250 letters each are
    /// below the limit.
    ///
    /// @param state of the list of changes that the organiser saw
    /// @param override why rules are to be broken, by session
    /// @param meant the questions that are answered with yes, by session
    /// @param note what colleagues read of the publication
    @LargeBody(megabytes = 8)
    record ChangesSeen(
            @Seen @Size(max = 100) String state,
            @Nullable @Size(max = Bounds.MOST_SESSIONS) Map<UUID, @NotNull Overrides> override,
            @Nullable @Size(max = Bounds.MOST_SESSIONS)
                    Map<UUID, @NotNull Set<@NotNull Doubt>> meant,
            @Nullable @CodePointLength(max = Publication.LONGEST_NOTE) String note) {

        ChangesSeen {
            note = Stated.orNull(note);
        }

        List<FieldError> faults() {
            return SaidBySession.faults(override);
        }

        Map<SessionId, Insistence> said() {
            return SaidBySession.said(override, meant);
        }
    }

    private final ListPendingChanges listPendingChanges;
    private final PublishAllDrafts publishAllDrafts;
    private final InputRules rules;
    private final JsonMapper json;

    ProgrammeChangesApi(
            ListPendingChanges listPendingChanges,
            PublishAllDrafts publishAllDrafts,
            InputRules rules,
            JsonMapper json) {
        this.listPendingChanges = listPendingChanges;
        this.publishAllDrafts = publishAllDrafts;
        this.rules = rules;
        this.json = json;
    }

    @GetMapping("/api/programmes/{id}/draft/changes")
    Mono<ProgrammeChanges> changes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            @AuthenticationPrincipal @Nullable Caller caller) {
        Organisers.require(caller, id);
        return listPendingChanges
                .of(new ProgrammeId(id), instant(at))
                .map(pending -> ProgrammeChanges.of(pending, json));
    }

    private static @Nullable Instant instant(@Nullable String at) {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeParseException _) {
            throw InvalidInput.of("at", "wrong-type", "A time such as 2027-05-24T13:00:00Z.");
        }
    }

    @PostMapping("/api/programmes/{id}/draft/publication")
    Mono<ProgrammePublished> publish(
            @PathVariable UUID id,
            @RequestBody Mono<ChangesSeen> seen,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return seen.map(body -> rules.check(body, body.faults()))
                .flatMap(checked -> publish(id, checked, caller));
    }

    private Mono<ProgrammePublished> publish(UUID id, ChangesSeen seen, Caller caller) {
        return Uncancelled.run(
                publishAllDrafts
                        .publish(
                                new ProgrammeId(id),
                                seen.state(),
                                seen.said(),
                                seen.note(),
                                caller.attendeeId())
                        .doOnSuccess(_ ->
                                SecurityLog.of(SecurityEvent.PROGRAMME_PUBLISHED)
                                        .by(caller.attendeeId())
                                        .about(id)
                                        .write()));
    }
}
