package org.tinkuy.notification.delivery.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryLog;
import org.tinkuy.notification.delivery.DeliveryLog.Entry;
import org.tinkuy.notification.delivery.DeliveryLog.Filter;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.Retried;
import org.tinkuy.notification.delivery.RetryDeliveries;
import org.tinkuy.notification.delivery.RetryDelivery;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.problems.NotFound;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Power;
import reactor.core.publisher.Mono;

/// What became of the messages about an organiser's programmes.
@RestController
class DeliveriesApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final DeliveryLog deliveries;
    private final RetryDelivery retry;
    private final RetryDeliveries retryMany;
    private final Clock clock;

    DeliveriesApi(
            DeliveryLog deliveries, RetryDelivery retry, RetryDeliveries retryMany, Clock clock) {
        this.deliveries = deliveries;
        this.retry = retry;
        this.retryMany = retryMany;
        this.clock = clock;
    }

    /// @param next what to pass as `after` to go on; absent on the last page
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DeliveryItem> items, @Nullable UUID next) {

        static Page of(List<Entry> found, int limit) {
            var items = found.stream().limit(limit).toList();
            return new Page(
                    items.stream().map(DeliveryItem::of).toList(),
                    found.size() > limit ? items.getLast().id() : null);
        }
    }

    @GetMapping("/api/deliveries")
    Mono<Page> latest(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID programmeId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID about,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String limit) {
        mustOrganise(caller, programmeId);
        var fields = new FieldErrors();
        var most = fields.limit("limit", limit, USUAL, MOST);
        var filter = new Filter(programmeId, state(state, fields), kind(kind, fields), about);
        fields.refuseIfAny();
        return deliveries
                .latest(visibleTo(caller), filter, after, most + 1, clock.instant())
                .doOnNext(found ->
                        SecurityLog.of(SecurityEvent.LIST_READ)
                                .by(caller.attendeeId())
                                .programme(programmeId)
                                .what("deliveries")
                                .count(Math.min(found.size(), most))
                                .write())
                .map(found -> Page.of(found, most));
    }

    @GetMapping("/api/deliveries/counts")
    Mono<DeliveryCounts> counts(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID programmeId,
            @RequestParam(required = false) @Nullable UUID about) {
        mustOrganise(caller, programmeId);
        return deliveries
                .counts(visibleTo(caller), new Filter(programmeId, null, null, about))
                .map(DeliveryCounts::of);
    }

    @PostMapping("/api/deliveries/{id}/retry")
    Mono<DeliveryItem> retry(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        mustOrganise(caller, null);
        return Uncancelled.run(
                        Mono.defer(() -> retry.retry(visibleTo(caller), id))
                                .doOnNext(_ -> tellOfRetry(caller).about(id).write()))
                .map(DeliveryItem::of)
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    /// Which states can be retried; small letters in the API.
    enum Ended {
        FAILED(DeliveryState.FAILED),
        UNKNOWN(DeliveryState.UNKNOWN);

        private final DeliveryState state;

        Ended(DeliveryState state) {
            this.state = state;
        }
    }

    record Many(@Nullable UUID programmeId, @Nullable UUID about, @Nullable Ended state) {

        /// @throws org.tinkuy.problems.InvalidInput that names every field that is missing
        Filter checked() {
            var fields = new FieldErrors();
            if (programmeId == null) {
                fields.wrong("programmeId", "required", "Whose messages?");
            }
            if (state == null) {
                fields.wrong("state", "required", "One of failed, unknown.");
            }
            fields.refuseIfAny();
            return new Filter(programmeId, requireNonNull(state).state, null, about);
        }
    }

    /// @param retried are on their way
    /// @param held wait until their campaign, which is paused, goes on
    /// @param skipped how many would have failed again or have nothing left to say, by reason:
    ///   `suppressed` (a mail server refused the address for good), `unusableAddress`, `notKnown`
    ///   (erased, or not on the list any more), `nothingToSay` (unsubscribed, cancelled, told by a
    ///   later message), `tooLate`
    record RetriedMany(long retried, long held, Map<String, Long> skipped) {

        static RetriedMany of(Retried retried) {
            var skipped = new LinkedHashMap<String, Long>();
            for (var why : Retried.Skip.values()) {
                skipped.put(why.label(), retried.skipped(why));
            }
            return new RetriedMany(retried.retried(), retried.held(), skipped);
        }
    }

    @PostMapping("/api/deliveries/retry")
    Mono<RetriedMany> retryAll(@AuthenticationPrincipal Caller caller, @RequestBody Many many) {
        if (many.programmeId() != null) {
            mustOrganise(caller, many.programmeId());
        }
        var filter = many.checked();
        return Uncancelled.run(
                        Mono.defer(() -> retryMany.retry(visibleTo(caller), filter))
                                .doOnNext(retried ->
                                        tellOfRetry(caller)
                                                .programme(filter.programme())
                                                .count(retried.retried())
                                                .write()))
                .map(RetriedMany::of);
    }

    private static SecurityLog tellOfRetry(Caller caller) {
        return SecurityLog.of(SecurityEvent.DELIVERIES_RETRIED).by(caller.attendeeId());
    }

    private static @Nullable DeliveryState state(@Nullable String label, FieldErrors fields) {
        return labelled("state", label, DeliveryState.values(), DeliveryState::label, fields);
    }

    private static @Nullable DeliveryKind kind(@Nullable String label, FieldErrors fields) {
        return labelled("kind", label, DeliveryKind.values(), DeliveryKind::label, fields);
    }

    private static <T> @Nullable T labelled(
            String field,
            @Nullable String label,
            T[] all,
            Function<T, String> labelOf,
            FieldErrors fields) {
        var word = fields.word(field, label, Arrays.stream(all).map(labelOf).toList());
        return Arrays.stream(all)
                .filter(one -> labelOf.apply(one).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static void mustOrganise(Caller caller, @Nullable UUID programme) {
        if (programme == null ? !caller.organisesSomething() : !caller.mayOrganise(programme)) {
            throw new Forbidden();
        }
    }

    private static Visibility visibleTo(Caller caller) {
        var organised =
                caller.grants().stream().filter(grant -> grant.role().may(Power.ORGANISE)).toList();
        return organised.stream().anyMatch(grant -> grant.programmeId() == null)
                ? new Visibility.Everything()
                : new Visibility.OfProgrammes(
                        organised.stream()
                                .map(Grant::programmeId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
    }
}
