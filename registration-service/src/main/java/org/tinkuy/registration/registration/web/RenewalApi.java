package org.tinkuy.registration.registration.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.registration.registration.AskAgain;
import org.tinkuy.registration.registration.RegistrationAnswer;
import reactor.core.publisher.Mono;

@RestController
class RenewalApi {

    /// @param language of the page now; absent: as before
    record RenewalRequest(@Nullable String browserSecret, @Nullable String language) {

        RenewalRequest checked() {
            var fields = new PersonalFields();
            if (browserSecret == null || browserSecret.isBlank()) {
                fields.wrong("browserSecret", "required", "The secret of the browser that asked.");
            }
            if (language != null) {
                var _ = fields.language("language", language);
            }
            fields.refuseIfAny();
            return this;
        }
    }

    /// @param notMailedUntil no code was mailed: the address was sent as many within an hour as any
    ///   may be, known or not; ask for another then. Absent: it was mailed
    /// @param registrations what the new code confirms; empty for a plain sign-in
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Renewed(
            UUID challengeId,
            String browserSecret,
            Instant expiresAt,
            @Nullable Instant notMailedUntil,
            List<RegistrationApi.Line> registrations) {}

    private final AskAgain askAgain;
    private final SignIns signIns;

    RenewalApi(AskAgain askAgain, SignIns signIns) {
        this.askAgain = askAgain;
        this.signIns = signIns;
    }

    @PostMapping("/api/sign-ins/{challengeId}/renewal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Renewed> renew(
            @PathVariable UUID challengeId,
            @RequestHeader(name = Origins.HEADER, required = false) @Nullable String forwardedFor,
            @RequestBody RenewalRequest request) {
        var checked = request.checked();
        return Uncancelled.run(
                        askAgain.ask(
                                challengeId,
                                requireNonNull(checked.browserSecret()),
                                checked.language(),
                                Origins.of(forwardedFor).network()))
                .map(this::renewed);
    }

    private Renewed renewed(RegistrationAnswer answer) {
        var signIn = requireNonNull(answer.signIn());
        return new Renewed(
                signIn.challengeId(),
                signIns.browserSecret(signIn.challengeId()),
                signIn.expiresAt(),
                signIn.notMailedUntil(),
                answer.registrations().stream().map(RegistrationApi.Line::of).toList());
    }
}
