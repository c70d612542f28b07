package org.tinkuy.quickstart.inbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.RejectException;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A mail server that refuses, to see what the sender makes of it. In the shape of Mailpit's
/// integration testing (<https://mailpit.axllent.org/docs/integration/chaos/>).
final class Chaos {

    private static final int LOWEST_CODE = 400;
    private static final int HIGHEST_CODE = 599;
    private static final int PERCENT = 100;

    /// @param errorCode of the refusal, 400 to 599
    /// @param probability in percent; 0: never
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Trigger(int errorCode, int probability) {

        static final Trigger NEVER = new Trigger(451, 0);

        Trigger {
            if (errorCode < LOWEST_CODE
                    || errorCode > HIGHEST_CODE
                    || probability < 0
                    || probability > PERCENT) {
                throw new IllegalArgumentException("no such refusal");
            }
        }

        void mayRefuse() throws RejectException {
            if (ThreadLocalRandom.current().nextInt(PERCENT) < probability) {
                throw new RejectException(errorCode, "Chaos: refused on request");
            }
        }
    }

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Triggers(Trigger sender, Trigger recipient) {

        /// What is left out never happens.
        @JsonCreator
        static Triggers of(@Nullable Trigger sender, @Nullable Trigger recipient) {
            return new Triggers(
                    sender == null ? Trigger.NEVER : sender,
                    recipient == null ? Trigger.NEVER : recipient);
        }
    }

    private volatile Triggers triggers = Triggers.of(null, null);

    Triggers triggers() {
        return triggers;
    }

    void set(Triggers wanted) {
        triggers = wanted;
    }
}
