package org.tinkuy.registration.registration.web;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.registration.WithdrawRequest;
import reactor.core.publisher.Mono;

@RestController
class WithdrawalApi {

    record WithdrawalRequest(@Nullable String browserSecret) {

        String checked() {
            var fields = new PersonalFields();
            if (browserSecret == null || browserSecret.isBlank()) {
                fields.wrong("browserSecret", "required", "The secret of the browser that asked.");
            }
            fields.refuseIfAny();
            return requireNonNull(browserSecret);
        }
    }

    private final WithdrawRequest withdrawRequest;

    WithdrawalApi(WithdrawRequest withdrawRequest) {
        this.withdrawRequest = withdrawRequest;
    }

    @PostMapping("/api/sign-ins/{challengeId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(@PathVariable UUID challengeId, @RequestBody WithdrawalRequest request) {
        return Uncancelled.run(withdrawRequest.withdraw(challengeId, request.checked()));
    }
}
