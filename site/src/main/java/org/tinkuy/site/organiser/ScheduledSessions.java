package org.tinkuy.site.organiser;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.tinkuy.site.organiser.MoveFaults.Rule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Sessions as session-service has them at this moment, which the published schedule may not show
/// yet.
@HttpExchange("/api/sessions/{id}")
interface ScheduledSessions {

    /// @param cancelled `null`: it takes place
    record Current(
            UUID id,
            UUID programmeId,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            ZoneId timeZone,
            @Nullable String place,
            @Nullable Cancelled cancelled,
            long version) {

        /// Its cancellation among its changes: texts of what is cancelled may change afterwards.
        public boolean isCancelledBy(Change change) {
            return cancelled != null
                    && change.cancelled()
                    && cancelled.at().equals(change.at().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /// @param reason by language; `null`: the organiser gave none
    record Cancelled(Instant at, @Nullable Map<String, String> reason) {}

    /// @param timeZone `null`: as it was
    /// @param place `null`: its programme's, or to be announced
    /// @param override why it is moved although a rule speaks against it, by rule
    /// @param meant the questions to which the organiser said yes
    record Move(
            long version,
            @Nullable String date,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String timeZone,
            @Nullable String place,
            @Nullable Map<String, String> override,
            @Nullable Set<String> meant) {}

    /// Date, times and place are those after the change.
    ///
    /// @param by the organiser
    /// @param from `null`: not known
    /// @param override all reasons against rules, as one text
    /// @param overrides the same by rule; `null`: none, or not known by rule
    record Change(
            long version,
            Instant at,
            UUID by,
            @Nullable From from,
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            @Nullable String place,
            boolean cancelled,
            @Nullable String override,
            @Nullable Map<String, String> overrides) {

        /// Reasons by rule, for the rules that have words on the page.
        public Map<String, String> reasons() {
            var reasons = new TreeMap<String, String>();
            if (overrides != null) {
                MoveFaults.RULES.stream()
                        .map(Rule::name)
                        .filter(overrides::containsKey)
                        .forEach(rule -> reasons.put(rule, String.valueOf(overrides.get(rule))));
            }
            return reasons;
        }
    }

    record From(
            @Nullable LocalDate date,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends,
            @Nullable String place) {}

    /// @param reason by language
    record Cancellation(Map<String, String> reason) {}

    @GetExchange
    Mono<Current> one(@PathVariable UUID id);

    /// @param items the latest first
    /// @param next what the next page comes after; `null`: there is none
    record Changes(List<Change> items, @Nullable Long next) {}

    @GetExchange("/changes")
    Mono<Changes> changes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long after,
            Visitor visitor);

    @PutExchange("/schedule")
    Mono<Current> move(@PathVariable UUID id, @RequestBody Move move, Visitor visitor);

    /// @param cancelled `null`: it is drafted to take place
    record Drafted(@Nullable Boolean cancelled) {}

    @GetExchange("/draft")
    Mono<Drafted> draft(@PathVariable UUID id, Visitor visitor);

    @DeleteExchange("/cancellation")
    Mono<Drafted> reinstate(@PathVariable UUID id, Visitor visitor);

    @PostExchange("/cancellation")
    Mono<Current> cancel(
            @PathVariable UUID id, @RequestBody Cancellation cancellation, Visitor visitor);
}
