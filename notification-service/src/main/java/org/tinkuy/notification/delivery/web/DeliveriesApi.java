package org.tinkuy.notification.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Deliveries.Summary;
import org.tinkuy.notification.delivery.Deliveries.Visibility;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

/// What became of the messages about an organiser's programmes.
@RestController
@Tag(name = "deliveries")
class DeliveriesApi {

    private static final int FEWEST = 1;
    private static final int MOST = 200;

    private final Deliveries deliveries;

    DeliveriesApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /// @param next what to pass as `after` to go on; `null` on the last page
    record Page(List<Item> items, @Nullable UUID next) {

        static Page of(List<Summary> found, int limit) {
            var items = found.stream().limit(limit).toList();
            return new Page(
                    items.stream().map(Item::of).toList(),
                    found.size() > limit ? items.getLast().id() : null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            UUID recipientId,
            String kind,
            String state,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String reason) {

        static Item of(Summary delivery) {
            return new Item(
                    delivery.id(),
                    delivery.recipientId(),
                    delivery.kind(),
                    delivery.state(),
                    delivery.createdAt(),
                    delivery.sentAt(),
                    delivery.reason());
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
            @Parameter(description = "`next` of the page before") @RequestParam(required = false)
                    @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        if (!caller.organisesSomething()) {
            return Mono.error(new NotAnOrganiser());
        }
        if (limit < FEWEST || limit > MOST) {
            return Mono.error(new InvalidParameter("limit", "between " + FEWEST + " and " + MOST));
        }
        return deliveries
                .latest(visibleTo(caller), after, limit + 1)
                .map(found -> Page.of(found, limit));
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

    static final class NotAnOrganiser extends RuntimeException {}

    static final class InvalidParameter extends RuntimeException {

        private final String field;

        InvalidParameter(String field, String detail) {
            super(detail);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
