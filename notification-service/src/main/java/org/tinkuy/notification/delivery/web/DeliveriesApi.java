package org.tinkuy.notification.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.NotFound;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

/// What became of the messages about an organiser's programmes.
@RestController
@Tag(name = "deliveries")
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
    @Operation(summary = "Messages to people, the latest first")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "`invalid-request`")
    @ApiResponse(responseCode = "401", description = "`unauthenticated`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: not an organiser")
    Mono<Page> latest(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID programmeId,
            @Parameter(description = "such as `failed`") @RequestParam(required = false)
                    @Nullable String state,
            @Parameter(description = "such as `reminder-1h`") @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(description = "a session of reminders, a campaign")
                    @RequestParam(required = false)
                    @Nullable UUID about,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false)
                    @Nullable UUID after,
            @RequestParam(required = false) @Nullable String limit) {
        mustOrganise(caller, programmeId);
        var fields = new FieldErrors();
        var most = fields.limit("limit", limit, USUAL, MOST);
        fields.refuseIfAny();
        var filter = new Filter(programmeId, state(state), kind(kind), about);
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
    @Operation(summary = "How many messages are in each state")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "`invalid-request`")
    @ApiResponse(responseCode = "401", description = "`unauthenticated`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: not an organiser")
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
    @Operation(
            summary = "Send a failed or unknown message again",
            description =
                    "Even if a mail server refused its address before. A paused campaign's copy goes"
                            + " when that goes on: its state is `paused`.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "401", description = "`unauthenticated`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: not an organiser")
    @ApiResponse(responseCode = "404", description = "`not-found`")
    @ApiResponse(
            responseCode = "409",
            description = "`not-retryable`: it goes on, has arrived or is too late")
    Mono<DeliveryItem> retry(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        mustOrganise(caller, null);
        return Uncancelled.run(
                        Mono.defer(() -> retry.retry(visibleTo(caller), id))
                                .doOnNext(_ -> tellOfRetry(caller).about(id).write()))
                .map(DeliveryItem::of)
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    /// @param state `failed` or `unknown`
    record Many(@Nullable UUID programmeId, @Nullable UUID about, @Nullable String state) {}

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
    @Operation(
            summary = "Send all failed or all unknown messages of a programme again",
            description =
                    "What would fail again is not tried: `skipped` counts it by reason. A single"
                            + " message can be insisted on. A paused campaign's copies are `held`:"
                            + " they go when it goes on.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "`invalid-request`")
    @ApiResponse(responseCode = "401", description = "`unauthenticated`")
    @ApiResponse(responseCode = "403", description = "`forbidden`: not an organiser")
    @ApiResponse(responseCode = "409", description = "`not-retryable`: not in this state")
    Mono<RetriedMany> retryAll(@AuthenticationPrincipal Caller caller, @RequestBody Many many) {
        if (many.programmeId() == null) {
            throw InvalidInput.of("programmeId", "required", "whose messages?");
        }
        mustOrganise(caller, many.programmeId());
        var ended = state(many.state());
        if (ended == null) {
            throw InvalidInput.of("state", "required", "failed or unknown");
        }
        var filter = new Filter(many.programmeId(), ended, null, many.about());
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

    private static @Nullable DeliveryState state(@Nullable String label) {
        return label == null
                ? null
                : DeliveryState.labelled(label)
                        .orElseThrow(
                                () -> InvalidInput.of("state", "invalid-value", "no such state"));
    }

    private static @Nullable DeliveryKind kind(@Nullable String label) {
        return label == null
                ? null
                : Arrays.stream(DeliveryKind.values())
                        .filter(kind -> kind.label().equals(label))
                        .findFirst()
                        .orElseThrow(
                                () -> InvalidInput.of("kind", "invalid-value", "no such kind"));
    }

    private static void mustOrganise(Caller caller, @Nullable UUID programme) {
        if (programme == null ? !caller.organisesSomething() : !caller.mayOrganise(programme)) {
            throw new Forbidden();
        }
    }

    private static Visibility visibleTo(Caller caller) {
        var organised =
                caller.grants().stream()
                        .filter(grant ->
                                grant.role() == Role.OWNER || grant.role() == Role.ORGANISER)
                        .toList();
        return organised.stream().anyMatch(grant -> grant.programmeId() == null)
                ? new Visibility.Everything()
                : new Visibility.OfProgrammes(
                        organised.stream()
                                .map(Grant::programmeId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
    }
}
