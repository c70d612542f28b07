package org.tinkuy.site.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.SiteProperties;

/// The cookies that page scripts cannot read. `SameSite=Lax` keeps them out of other sites' forms;
/// the gateway refuses what gets past that by its Origin.
@Component
public class Cookies {

    /// Longer than the code lives: whoever comes late reads why, and asks again without typing.
    private static final Duration PENDING_KEPT = Duration.ofMinutes(60);

    private final boolean secure;
    private final String deviceSession;
    private final String formKey;
    private final String challenge;
    private final String pending;
    private final String outcomes;
    private final String staffInvitation;
    private final Clock clock;
    private final CookieFormat format;

    Cookies(SiteProperties properties, Clock clock, CookieFormat format) {
        this.secure = properties.isSecure();
        this.deviceSession = CookieNames.DEVICE_SESSION.of(secure);
        this.formKey = CookieNames.FORM.of(secure);
        this.challenge = CookieNames.CHALLENGE.of(secure);
        this.pending = CookieNames.PENDING.of(secure);
        this.outcomes = CookieNames.OUTCOMES.of(secure);
        this.staffInvitation = CookieNames.STAFF_INVITATION.of(secure);
        this.clock = clock;
        this.format = format;
    }

    public void openDeviceSession(ServerHttpResponse response, String token, Instant expiresAt) {
        response.addCookie(
                hidden(deviceSession, token, Duration.between(clock.instant(), expiresAt)));
    }

    public void closeDeviceSession(ServerHttpResponse response) {
        response.addCookie(hidden(deviceSession, "", Duration.ZERO));
        response.addCookie(hidden(outcomes, "", Duration.ZERO));
    }

    /// Binds the challenge to this browser.
    public void startChallenge(
            ServerHttpResponse response, SignInChallenge challenge, Pending pending) {
        response.addCookie(hidden(this.challenge, challenge.cookie(), PENDING_KEPT));
        response.addCookie(hidden(this.pending, format.write(pending), PENDING_KEPT));
    }

    /// The code is of no use any more; what it was for is kept, to be asked for again.
    public void endCode(ServerWebExchange exchange) {
        pending(exchange.getRequest())
                .map(waiting -> hidden(pending, format.write(waiting.over()), PENDING_KEPT))
                .ifPresent(exchange.getResponse()::addCookie);
    }

    public void endChallenge(ServerHttpResponse response) {
        response.addCookie(hidden(challenge, "", Duration.ZERO));
        response.addCookie(hidden(pending, "", Duration.ZERO));
        forgetFormKey(response);
    }

    /// For the page that follows, which tells what became of it.
    public void tell(ServerHttpResponse response, Outcomes outcomes) {
        response.addCookie(hidden(this.outcomes, format.write(outcomes)).build());
    }

    public Outcomes outcomes(ServerHttpRequest request) {
        return value(request, outcomes)
                .flatMap(cookie -> format.read(cookie, Outcomes.class))
                .orElse(Outcomes.NONE);
    }

    public Optional<SignInChallenge> challenge(ServerHttpRequest request) {
        return value(request, challenge).flatMap(SignInChallenge::parse);
    }

    public Optional<Pending> pending(ServerHttpRequest request) {
        return value(request, pending).flatMap(cookie -> format.read(cookie, Pending.class));
    }

    /// While whoever was invited to a programme's staff signs in.
    public void keepInvitation(ServerHttpResponse response, String token) {
        response.addCookie(hidden(staffInvitation, token, PENDING_KEPT));
    }

    public Optional<String> invitation(ServerHttpRequest request) {
        return value(request, staffInvitation);
    }

    public void forgetInvitation(ServerHttpResponse response) {
        response.addCookie(hidden(staffInvitation, "", Duration.ZERO));
    }

    /// Until the browser is closed.
    public void keep(ServerHttpResponse response, FormKey key) {
        response.addCookie(hidden(formKey, key.cookie()).build());
    }

    /// A form that is sent after this is a new request.
    public void forgetFormKey(ServerHttpResponse response) {
        response.addCookie(hidden(formKey, "", Duration.ZERO));
    }

    public Optional<FormKey> formKey(ServerHttpRequest request) {
        return value(request, formKey).flatMap(FormKey::parse);
    }

    /// Nothing at all: not even what the page before this one gave.
    public static boolean keepsNone(ServerHttpRequest request) {
        return request.getCookies().isEmpty();
    }

    private static Optional<String> value(ServerHttpRequest request, String name) {
        return Optional.ofNullable(request.getCookies().getFirst(name))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    private ResponseCookie hidden(String name, String value, Duration kept) {
        return hidden(name, value).maxAge(kept.isNegative() ? Duration.ZERO : kept).build();
    }

    private ResponseCookie.ResponseCookieBuilder hidden(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure);
    }
}
