package org.tinkuy.site.programme.web;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.web.Registrations.OpenedChallenge;
import org.tinkuy.site.programme.web.Registrations.RegisterRequest;
import org.tinkuy.site.programme.web.Registrations.Registered;
import org.tinkuy.site.programme.web.Registrations.RegisteredSession;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.FormKey;
import org.tinkuy.site.visitor.Outcomes;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.Preferences;
import org.tinkuy.site.visitor.SignInChallenge;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// A form is sent to the page it stands on, so that the page can show it again with words beside
/// what is wrong, and nothing has to be typed twice.
@Controller
class RegisterPages {

    private final PlacePages places;
    private final Registrations registrations;
    private final FormerRequest formerRequest;
    private final Cookies cookies;
    private final Clock clock;

    RegisterPages(
            PlacePages places,
            Registrations registrations,
            FormerRequest formerRequest,
            Cookies cookies,
            Clock clock) {
        this.places = places;
        this.registrations = registrations;
        this.formerRequest = formerRequest;
        this.cookies = cookies;
        this.clock = clock;
    }

    @PostMapping("/programmes/{slug}")
    Mono<Rendering> register(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return register(Place.of(schedule, slug, clock.instant()), visitor, exchange);
    }

    /// A name with a dot is that of a file, such as a calendar, which takes no form.
    @PostMapping("/programmes/{slug}/{event:[^.]+}")
    Mono<Rendering> register(
            @PathVariable String slug,
            @PathVariable String event,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        return register(Place.of(schedule, slug, event, clock.instant()), visitor, exchange);
    }

    private Mono<Rendering> register(Place place, Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> read(form, place))
                .flatMap(form -> register(place, form, visitor, exchange));
    }

    private static RegisterForm read(MultiValueMap<String, String> form, Place place) {
        return RegisterForm.of(
                form, place.sessions().stream().map(located -> located.session().id()).toList());
    }

    private Mono<Rendering> register(
            Place place, RegisterForm form, Visitor visitor, ServerWebExchange exchange) {
        return formerRequest
                .withdrawIfMistyped(form, exchange)
                .then(Mono.defer(() -> registrant(form, visitor)))
                .flatMap(who -> {
                    var key = key(who, exchange);
                    return ask(request(form, who), key, who)
                            .delayUntil(registered ->
                                    registered.signIn() == null
                                            ? Mono.empty()
                                            : formerRequest.withdrawIfRepeated(
                                                    form, registered.signIn(), exchange))
                            .map(registered -> goOn(registered, place, form, key, exchange))
                            .doOnError(
                                    ServiceUnavailable.class,
                                    _ -> keepUnanswered(key, who, exchange));
                })
                .onErrorResume(
                        ServiceProblem.class,
                        refused ->
                                places.render(
                                        place,
                                        visitor,
                                        form,
                                        FormFaults.of(refused),
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        exchange))
                .onErrorResume(
                        ServiceUnavailable.class,
                        away ->
                                places.render(
                                        place,
                                        visitor,
                                        form,
                                        FormFaults.of(away),
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        exchange));
    }

    /// A page that was opened before signing in names an address: if that is another than one's
    /// own, it is meant for another person, who confirms it like any stranger.
    private Mono<Visitor> registrant(RegisterForm form, Visitor visitor) {
        if (!visitor.isSignedIn() || form.address().isEmpty()) {
            return Mono.just(visitor);
        }
        return registrations
                .me(visitor)
                .map(me ->
                        me.address().equalsIgnoreCase(form.address())
                                ? visitor
                                : visitor.asStranger());
    }

    /// Whether it was done is not known. Sent once more it is the same request, also where the
    /// browser had no key.
    private void keepUnanswered(FormKey key, Visitor visitor, ServerWebExchange exchange) {
        if (!visitor.isSignedIn()) {
            cookies.keep(exchange.getResponse(), key);
        }
    }

    /// Whoever is signed in sends each form as a request of its own: registering again changes
    /// nothing, and after a cancellation, on whatever device, it is meant.
    private FormKey key(Visitor visitor, ServerWebExchange exchange) {
        return visitor.isSignedIn()
                ? FormKey.fresh()
                : cookies.formKey(exchange.getRequest()).orElseGet(FormKey::fresh);
    }

    /// A form that was left open and is sent again after its code ran out would be told the old
    /// answer for ever: then it is a new request.
    private Mono<Registered> ask(RegisterRequest request, FormKey key, Visitor visitor) {
        return registrations
                .register(request, key.of(request.content()), visitor)
                .flatMap(registered ->
                        isOver(registered.signIn())
                                ? registrations.register(
                                        request, FormKey.fresh().of(request.content()), visitor)
                                : Mono.just(registered));
    }

    private boolean isOver(@Nullable OpenedChallenge challenge) {
        return challenge != null && !clock.instant().isBefore(challenge.expiresAt());
    }

    private static RegisterRequest request(RegisterForm form, Visitor visitor) {
        var zone = Preferences.zone(form.timeZone()).orElse(visitor.timeZone());
        return new RegisterRequest(
                visitor.isSignedIn() || form.address().isEmpty() ? null : form.address(),
                visitor.isSignedIn() && form.name().isEmpty() ? null : form.name(),
                visitor.language().tag(),
                zone == null ? null : zone.getId(),
                form.sessions().stream().sorted().toList());
    }

    private Rendering goOn(
            Registered registered,
            Place place,
            RegisterForm form,
            FormKey key,
            ServerWebExchange exchange) {
        var signIn = registered.signIn();
        if (signIn == null) {
            var challenge = cookies.outcomes(exchange.getRequest()).challenge();
            cookies.tell(exchange.getResponse(), outcomes(registered.registrations(), challenge));
            return seeOther("/registrations?done=registered");
        }
        cookies.keep(exchange.getResponse(), key.whenAnswered());
        var former = formerRequest.challengeToGoOnWith(form, signIn, exchange);
        if (former.isPresent()) {
            cookies.startChallenge(
                    exchange.getResponse(),
                    former.get(),
                    cookies.pending(exchange.getRequest())
                            .orElseThrow()
                            .without(
                                    requireNonNull(signIn.notMailedUntil()),
                                    seats(registered.registrations())));
            return seeOther("/sign-in/code");
        }
        cookies.startChallenge(
                exchange.getResponse(),
                new SignInChallenge(signIn.challengeId(), signIn.browserSecret()),
                Pending.registration(
                        form.address(),
                        signIn.expiresAt(),
                        seats(registered.registrations()),
                        new Pending.Form(place.path(), form.name()),
                        signIn.notMailedUntil()));
        return seeOther("/sign-in/code");
    }

    private static Map<UUID, Pending.Seat> seats(List<RegisteredSession> sessions) {
        return sessions.stream()
                .collect(
                        toMap(
                                RegisteredSession::sessionId,
                                RegisteredSession::pendingSeat,
                                (first, _) -> first));
    }

    private static Outcomes outcomes(List<RegisteredSession> sessions, @Nullable UUID challenge) {
        return new Outcomes(
                sessions.stream()
                        .collect(
                                toMap(
                                        RegisteredSession::sessionId,
                                        RegisteredSession::outcome,
                                        (first, _) -> first)),
                challenge);
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
