package org.tinkuy.registration.identity.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.AddressConfirmation;
import org.tinkuy.registration.identity.ConfirmSignIn;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.identity.SignInChallenge;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/sign-ins")
class SignInApi {

    record SignInRequest(
            @Nullable String address, @Nullable String language, @Nullable String timeZone) {

        SignIns.Request checked() {
            var fields = new PersonalFields();
            var address = fields.address("address", this.address);
            var language = fields.language("language", this.language);
            var timeZone = fields.timeZone("timeZone", this.timeZone);
            fields.refuseIfAny();
            return new SignIns.Request(
                    requireNonNull(address), requireNonNull(language), timeZone, null, null, null);
        }
    }

    /// @param notMailedUntil no code was mailed: the address was sent as many within an hour as any
    ///   may be, known or not; ask for another then. Absent: it was mailed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChallengeOpened(
            UUID challengeId,
            String browserSecret,
            Instant expiresAt,
            @Nullable Instant notMailedUntil) {

        static ChallengeOpened of(SignIns.Challenge challenge) {
            return new ChallengeOpened(
                    challenge.id(),
                    challenge.browserSecret(),
                    challenge.expiresAt(),
                    challenge.notMailedUntil());
        }
    }

    /// @param state `open`, `renewed` or `over`
    record CodeState(String state) {

        static CodeState of(SignInChallenge.State state) {
            return new CodeState(state.name().toLowerCase(Locale.ROOT));
        }
    }

    record ConfirmationRequest(
            @Nullable String browserSecret, @Nullable String code, @Nullable String device) {

        private static final Pattern CODE =
                Pattern.compile(String.format(Locale.ROOT, "[0-9]{%d}", SignInChallenge.DIGITS));
        private static final int LONGEST_LABEL = 200;

        ConfirmSignIn.Answer checked(UUID challengeId, @Nullable Caller caller) {
            var fields = new PersonalFields();
            if (browserSecret == null || browserSecret.isBlank()) {
                fields.wrong("browserSecret", "required", "The secret of the browser that asked.");
            }
            // As mail programs show it and people type it: "123 456".
            var digits = code == null ? "" : code.replaceAll("[\\s-]", "");
            if (code == null) {
                fields.wrong("code", "required", "Give the code in the mail.");
            } else if (!CODE.matcher(digits).matches()) {
                fields.wrong("code", "invalid-code", "Six digits.");
            }
            var label = device == null ? null : fields.line("device", device, LONGEST_LABEL);
            fields.refuseIfAny();
            return new ConfirmSignIn.Answer(
                    challengeId,
                    requireNonNull(browserSecret),
                    digits,
                    label,
                    caller == null ? null : caller.deviceSessionId());
        }
    }

    /// What became of a session that the code was to confirm a registration for.
    ///
    /// @param status `confirmed`, `waitlisted`, or why it is neither: `cancelled`, by oneself or
    ///   with the session; `lapsed`, because the session takes nobody any more; `pending` while it
    ///   could not be completed yet, which will happen
    /// @param position on the waiting list, from 1
    /// @param alreadyRegistered the person was there before, with or without this code
    /// @param holdLapsed the code came when a seat was no longer held; what was free then is told
    ///   by the status
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            UUID sessionId,
            String status,
            @Nullable Integer position,
            boolean alreadyRegistered,
            boolean holdLapsed) {
        static Outcome of(AddressConfirmation.Settled settled) {
            return new Outcome(
                    settled.sessionId(),
                    settled.status(),
                    settled.position(),
                    settled.before(),
                    settled.holdLapsed());
        }
    }

    /// @param token opaque; shown once
    /// @param registrations what became of those that were asked for with this code, in the order
    ///   of the request; empty for a plain sign-in
    record SignedIn(
            String token,
            UUID deviceSessionId,
            UUID attendeeId,
            Instant expiresAt,
            List<Outcome> registrations) {

        static SignedIn of(ConfirmSignIn.SignedIn signedIn) {
            var session = signedIn.session();
            return new SignedIn(
                    signedIn.token(),
                    session.id().value(),
                    session.attendee().value(),
                    session.expiresAt(),
                    signedIn.settled().stream().map(Outcome::of).toList());
        }
    }

    private static final URI OPENED = URI.create("/api/device-sessions/current");

    private final SignIns signIns;
    private final ConfirmSignIn confirmSignIn;
    private final Clock clock;

    SignInApi(SignIns signIns, ConfirmSignIn confirmSignIn, Clock clock) {
        this.signIns = signIns;
        this.confirmSignIn = confirmSignIn;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ChallengeOpened> request(@RequestBody SignInRequest request) {
        var open = Mono.defer(() -> signIns.open(List.of(request.checked()), clock.instant()));
        return Uncancelled.run(open).map(opened -> ChallengeOpened.of(opened.getFirst()));
    }

    @GetMapping("/{challengeId}")
    Mono<CodeState> show(@PathVariable UUID challengeId) {
        return signIns.state(challengeId, clock.instant()).map(CodeState::of);
    }

    @PostMapping("/{challengeId}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<SignedIn>> confirm(
            @PathVariable UUID challengeId,
            @RequestBody ConfirmationRequest request,
            @AuthenticationPrincipal @Nullable Caller caller) {
        return Uncancelled.run(confirmSignIn.confirm(request.checked(challengeId, caller)))
                .map(SignedIn::of)
                .map(signedIn -> ResponseEntity.created(OPENED).body(signedIn));
    }
}
