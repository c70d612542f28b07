package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.registration.identity.SignIns.Again;
import org.tinkuy.registration.identity.SignIns.Named;
import org.tinkuy.registration.seats.Command.Registrant.Stranger;
import org.tinkuy.registration.seats.IdempotencyKey;
import org.tinkuy.registration.seats.Network;
import org.tinkuy.registration.seats.Origin;
import org.tinkuy.registration.seats.Origin.Renewal;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Mono;

/// Asks for a new code in the place of one, and with it once more for what that one was to confirm:
/// a hold lasts as long as the new code, up to half an hour after the first request.
@Component
public class AskAgain {

    private final SignIns signIns;
    private final RegisterAttendee registerAttendee;
    private final Clock clock;

    AskAgain(SignIns signIns, RegisterAttendee registerAttendee, Clock clock) {
        this.signIns = signIns;
        this.registerAttendee = registerAttendee;
        this.clock = clock;
    }

    /// Fails as [SignIns#again] and, where a registration was asked for, as [RegisterAttendee].
    ///
    /// @param language of the page now; `null`: as before
    /// @return without registrations after a plain sign-in
    public Mono<RegistrationAnswer> ask(
            UUID challengeId,
            String browserSecret,
            @Nullable String language,
            @Nullable Network network) {
        return signIns.again(challengeId, browserSecret)
                .map(again -> language == null ? again : in(language, again))
                .flatMap(again -> {
                    var named = again.request().named();
                    return named == null ? signIn(again) : register(again, named, network);
                });
    }

    private static Again in(String language, Again again) {
        var asked = again.request();
        return new Again(
                new SignIns.Request(
                        asked.address(),
                        language,
                        asked.timeZone(),
                        asked.named(),
                        asked.renews(),
                        asked.traceparent()),
                again.firstAskedAt());
    }

    private Mono<RegistrationAnswer> signIn(Again again) {
        return signIns.open(List.of(again.request()), clock.instant())
                .map(opened -> RegistrationAnswer.offered(opened.getFirst(), List.of()));
    }

    private Mono<RegistrationAnswer> register(Again again, Named named, @Nullable Network network) {
        var asked = again.request();
        var stranger =
                new Stranger(asked.address(), named.name(), asked.language(), asked.timeZone());
        var renewal = new Renewal(requireNonNull(asked.renews()), again.firstAskedAt());
        return registerAttendee.register(
                stranger,
                named.sessionIds().stream().map(SessionId::new).toList(),
                aKey(),
                new Origin(network, renewal));
    }

    /// Each request for a new code is one of its own.
    private static IdempotencyKey aKey() {
        return new IdempotencyKey("renewal-" + UUID.randomUUID(), "");
    }
}
