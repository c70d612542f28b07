package org.tinkuy.site.organiser.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.tinkuy.site.upstream.Dispensable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// session-service's drafts, which the published schedule does not know of.
@HttpExchange("/api")
interface Drafts {

    /// @param published false: only its organisers see it
    /// @param archived `null`: it is not known, and counts as not put away
    record Organised(
            UUID id,
            String slug,
            Map<String, String> title,
            boolean published,
            @Nullable Boolean archived) {

        boolean isArchived() {
            return archived != null && archived;
        }
    }

    /// What can become of a programme in the end.
    ///
    /// @param archived it is put away
    /// @param archivable it could be
    /// @param deletable nobody else ever saw it
    record Ending(boolean archived, boolean archivable, boolean deletable) {}

    /// @param state names what the organiser saw when it is published
    record Changes(String state, List<Change> changes) {}

    /// @param part `programme`, `event`, `challenge`, `speaker` or `session`
    /// @param change `added`, `changed` or `removed`
    record Change(
            String part,
            UUID id,
            String change,
            @Nullable Map<String, String> title,
            @Nullable String name,
            List<FieldChange> fields,
            List<Objection> objections) {}

    /// @param before `null`: it was not stated
    /// @param after `null`: it is not stated any more
    record FieldChange(String field, @Nullable Object before, @Nullable Object after) {}

    /// @param answer `reason`, `yes`, or `none`: it has to be mended
    /// @param sessionIds others that stand in the way, perhaps of other programmes
    /// @param speakerIds who would be wanted twice
    record Objection(
            String field,
            String code,
            String answer,
            @Nullable List<UUID> sessionIds,
            @Nullable List<UUID> speakerIds) {}

    /// @param override reasons by rule, by session
    /// @param meant the questions answered with yes, by session
    /// @param note `null`: none
    record Publication(
            String state,
            Map<UUID, Map<String, String>> override,
            Map<UUID, Set<String>> meant,
            @Nullable String note) {}

    /// The same, at a stated time.
    record WantedPublication(
            Instant at,
            String state,
            Map<UUID, Map<String, String>> override,
            Map<UUID, Set<String>> meant,
            @Nullable String note) {}

    /// @param outdated something was changed since: nothing will be published
    /// @param refused `null`: its time has not come
    record Planned(
            Instant at,
            UUID by,
            @Nullable String note,
            boolean outdated,
            @Nullable Refused refused) {}

    /// @param problem the name of what spoke against it
    record Refused(Instant at, String problem) {}

    @GetExchange("/drafts")
    Mono<List<Organised>> organised(Visitor visitor);

    @GetExchange("/programmes/{id}/draft")
    Mono<Draft> programme(@PathVariable UUID id, Visitor visitor);

    @PutExchange("/programmes/{id}/draft")
    Mono<Draft> putProgramme(@PathVariable UUID id, @RequestBody Draft draft, Visitor visitor);

    @DeleteExchange("/programmes/{id}/draft")
    Mono<Void> delete(@PathVariable UUID id, @RequestParam String state, Visitor visitor);

    @GetExchange("/programmes/{id}/archive")
    Mono<Ending> ending(@PathVariable UUID id, Visitor visitor);

    @PutExchange("/programmes/{id}/archive")
    Mono<Void> archive(@PathVariable UUID id, Visitor visitor);

    @DeleteExchange("/programmes/{id}/archive")
    Mono<Void> unarchive(@PathVariable UUID id, Visitor visitor);

    /// @param parts [Part#path()]
    @GetExchange("/programmes/{id}/draft/{parts}")
    Mono<List<Draft>> parts(@PathVariable UUID id, @PathVariable String parts, Visitor visitor);

    @PutExchange("/programmes/{id}/draft/{parts}/{part}")
    Mono<Draft> putPart(
            @PathVariable UUID id,
            @PathVariable String parts,
            @PathVariable UUID part,
            @RequestBody Draft draft,
            Visitor visitor);

    @DeleteExchange("/programmes/{id}/draft/{parts}/{part}")
    Mono<Void> removePart(
            @PathVariable UUID id,
            @PathVariable String parts,
            @PathVariable UUID part,
            @RequestParam long version,
            Visitor visitor);

    /// @param token of the link
    record Invitation(String token, Instant expiresAt) {}

    @PostExchange("/programmes/{id}/draft/speakers/{speaker}/invitation")
    Mono<Invitation> inviteSpeaker(
            @PathVariable UUID id, @PathVariable UUID speaker, Visitor visitor);

    @GetExchange("/programmes/{id}/draft/sessions")
    Mono<List<Draft>> sessions(@PathVariable UUID id, Visitor visitor);

    @GetExchange("/sessions/{session}/draft")
    Mono<Draft> session(@PathVariable UUID session, Visitor visitor);

    /// Local, as in the draft.
    record FreeSlot(LocalDate date, LocalTime starts, @Nullable LocalTime ends) {

        /// For the address of the form, in no language's way of telling the time.
        public String query() {
            return "date=%s&starts=%s".formatted(date, starts)
                    + (ends == null ? "" : "&ends=" + ends);
        }
    }

    /// @param against codes of what speaks against every time, where none is free
    record FreeSlots(List<FreeSlot> slots, List<String> against) {}

    @GetExchange("/sessions/{session}/draft/free-slots")
    Mono<FreeSlots> freeSlots(@PathVariable UUID session, Visitor visitor);

    @PutExchange("/sessions/{session}/draft")
    Mono<Draft> putSession(@PathVariable UUID session, @RequestBody Draft draft, Visitor visitor);

    @DeleteExchange("/sessions/{session}")
    Mono<Void> withdraw(@PathVariable UUID session, Visitor visitor);

    @PostExchange("/sessions/{session}/unpublication")
    Mono<Void> unpublish(@PathVariable UUID session, Visitor visitor);

    @PostExchange("/programmes/{id}/unpublication")
    Mono<Void> unpublishProgramme(@PathVariable UUID id, Visitor visitor);

    @PostExchange("/programmes/{id}/events/{event}/unpublication")
    Mono<Void> unpublishEvent(@PathVariable UUID id, @PathVariable UUID event, Visitor visitor);

    /// @param at when they would be published; `null`: now
    @GetExchange("/programmes/{id}/draft/changes")
    Mono<Changes> changes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at,
            Visitor visitor);

    /// 404 where nothing is planned.
    @Dispensable
    @GetExchange("/programmes/{id}/draft/publication/plan")
    Mono<Planned> planned(@PathVariable UUID id, Visitor visitor);

    @PutExchange("/programmes/{id}/draft/publication/plan")
    Mono<Planned> plan(
            @PathVariable UUID id, @RequestBody WantedPublication wanted, Visitor visitor);

    @DeleteExchange("/programmes/{id}/draft/publication/plan")
    Mono<Void> callOff(@PathVariable UUID id, Visitor visitor);

    @PostExchange("/programmes/{id}/draft/publication")
    Mono<Draft> publish(
            @PathVariable UUID id, @RequestBody Publication publication, Visitor visitor);
}
