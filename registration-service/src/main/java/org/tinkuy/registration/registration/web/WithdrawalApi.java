package org.tinkuy.registration.registration.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Sign-in")
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
    @Operation(
            summary = "Takes back what was asked for with a code, where the address was mistyped",
            description =
                    """
                    The code is good no more, and the seats that were held for it alone go to \
                    others. What came back already stays: doing it twice changes nothing.\
                    """)
    Mono<Void> withdraw(@PathVariable UUID challengeId, @RequestBody WithdrawalRequest request) {
        return Uncancelled.run(withdrawRequest.withdraw(challengeId, request.checked()));
    }
}
