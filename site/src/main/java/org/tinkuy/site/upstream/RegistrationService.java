package org.tinkuy.site.upstream;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Mono;

/// registration-service's HTTP API, as far as pages use it.
@Component
public class RegistrationService {

    private final ServiceClient service;

    /// For what a page can do without: fails soon.
    private final ServiceClient soon;

    RegistrationService(WebClient.Builder http, SiteProperties properties) {
        this.service =
                new ServiceClient(
                        "registration-service",
                        http,
                        properties.registrationUrl(),
                        properties.answersWithin());
        this.soon =
                new ServiceClient(
                        "registration-service",
                        http,
                        properties.registrationUrl(),
                        properties.seatsWithin());
    }

    public record RegisterRequest(
            @Nullable String address,
            @Nullable String name,
            String language,
            @Nullable String timeZone,
            List<UUID> sessionIds) {}

    /// @param signIn `null` where the caller is signed in: nothing is left to confirm
    public record Registered(
            @Nullable OpenedChallenge signIn, List<RegisteredSession> registrations) {}

    /// @param seat `held` or `waiting-list`, while the registration is pending
    public record RegisteredSession(UUID sessionId, String status, @Nullable String seat) {}

    public record OpenedChallenge(UUID challengeId, String browserSecret, Instant expiresAt) {}

    public record SignInRequest(String address, String language, @Nullable String timeZone) {}

    public record ConfirmRequest(String browserSecret, String code, @Nullable String device) {}

    public record OpenedDeviceSession(String token, Instant expiresAt) {}

    public record Registration(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            String status,
            @Nullable String seat,
            @Nullable Integer position) {}

    public record Seats(
            UUID sessionId,
            @Nullable Integer capacity,
            int taken,
            @Nullable Integer left,
            int waiting) {

        public boolean isFull() {
            return left != null && left <= 0;
        }
    }

    /// @param status `null`: any
    public record Filter(
            @Nullable UUID programmeId,
            @Nullable UUID sessionId,
            @Nullable String status,
            @Nullable String after) {}

    public record RegistrationPage(List<AttendeeRegistration> items, @Nullable String next) {}

    public record AttendeeRegistration(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            String status,
            @Nullable String seat,
            @Nullable Integer position,
            Instant requestedAt,
            Registrant attendee) {}

    public record Registrant(String name, String address, String language) {}

    public record CalendarSecret(String secret) {}

    private record CalendarOpening(String secret) {}

    /// @param language of the person whose calendar it is
    public record OpenedCalendar(String language, List<CalendarItem> registrations) {}

    public record CalendarItem(UUID sessionId, String status) {}

    public Mono<Registered> register(
            RegisterRequest request, String idempotencyKey, @Nullable String token) {
        return service.answerOrAskAgain(
                service.as(HttpMethod.POST, token)
                        .uri("/api/registrations")
                        .header("Idempotency-Key", idempotencyKey)
                        .bodyValue(request),
                Registered.class);
    }

    public Mono<OpenedChallenge> signIn(SignInRequest request) {
        return service.answer(
                service.as(HttpMethod.POST, null).uri("/api/sign-ins").bodyValue(request),
                OpenedChallenge.class);
    }

    public Mono<OpenedDeviceSession> confirm(UUID challengeId, ConfirmRequest request) {
        return service.answer(
                service.as(HttpMethod.POST, null)
                        .uri("/api/sign-ins/{id}/confirmation", challengeId)
                        .bodyValue(request),
                OpenedDeviceSession.class);
    }

    public Mono<Void> signOut(@Nullable String token) {
        return service.answer(
                service.as(HttpMethod.DELETE, token).uri("/api/device-sessions/current"),
                Void.class);
    }

    public Mono<List<Registration>> mine(@Nullable String token) {
        return mine(service, token);
    }

    /// Fails soon: a page does without.
    public Mono<List<Registration>> mineSoon(@Nullable String token) {
        return mine(soon, token);
    }

    private Mono<List<Registration>> mine(ServiceClient client, @Nullable String token) {
        return client.answer(
                client.as(HttpMethod.GET, token).uri("/api/attendees/me/registrations"),
                new ParameterizedTypeReference<>() {});
    }

    public Mono<Void> cancel(UUID registration, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token)
                        .uri("/api/registrations/{id}/cancellation", registration),
                Void.class);
    }

    /// Fails soon: a page does without.
    public Mono<CalendarSecret> calendarSecret(@Nullable String token) {
        return soon.answer(
                soon.as(HttpMethod.GET, token).uri("/api/attendees/me/calendar"),
                CalendarSecret.class);
    }

    public Mono<CalendarSecret> renewCalendarSecret(@Nullable String token) {
        return service.answer(
                service.as(HttpMethod.POST, token).uri("/api/attendees/me/calendar/renewal"),
                CalendarSecret.class);
    }

    public Mono<OpenedCalendar> openCalendar(String secret) {
        return service.answer(
                service.as(HttpMethod.POST, null)
                        .uri("/internal/calendars")
                        .bodyValue(new CalendarOpening(secret)),
                OpenedCalendar.class);
    }

    public Mono<RegistrationPage> list(Filter filter, @Nullable String token) {
        return service.answer(
                service.as(HttpMethod.GET, token)
                        .uri(uri ->
                                uri.path("/api/registrations")
                                        .queryParamIfPresent(
                                                "programmeId", optional(filter.programmeId()))
                                        .queryParamIfPresent(
                                                "sessionId", optional(filter.sessionId()))
                                        .queryParamIfPresent("status", optional(filter.status()))
                                        .queryParamIfPresent("after", optional(filter.after()))
                                        .build()),
                RegistrationPage.class);
    }

    /// Fails soon: a page does without.
    public Mono<List<Seats>> seats(Collection<UUID> sessions) {
        if (sessions.isEmpty()) {
            return Mono.just(List.of());
        }
        return soon.answer(
                soon.as(HttpMethod.GET, null)
                        .uri(uri ->
                                uri.path("/api/seats").queryParam("sessionId", sessions).build()),
                new ParameterizedTypeReference<>() {});
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
