package org.tinkuy.registration;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a caller asked for and cannot have: each feature has a subclass per reason, and
/// [RegistrationServiceProblems] answers with its name and details (RFC 9457).
public abstract class Refusal extends RuntimeException {

    public enum Because {
        INVALID,
        NOT_ALLOWED,
        NOT_FOUND,
        CONFLICT,
        OVER,
        UNPROCESSABLE,
        UNAUTHENTICATED,
        OVERLOADED
    }

    private final Because because;
    private final String name;

    /// @param name the stable end of the problem's type, such as `wrong-code`
    /// @param title one sentence that is the same for every problem of this name
    protected Refusal(Because because, String name, String title) {
        // It is an answer, not a defect: nobody reads its stack trace.
        super(title, null, false, false);
        this.because = because;
        this.name = name;
    }

    public final Because because() {
        return because;
    }

    public final String name() {
        return name;
    }

    /// Extension members of the problem.
    public Map<String, Object> details() {
        return Map.of();
    }

    /// When it makes sense to ask again; `null`: not by waiting.
    public @Nullable Duration retryAfter() {
        return null;
    }
}
