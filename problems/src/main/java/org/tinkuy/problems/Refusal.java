package org.tinkuy.problems;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.requests.ForTheCaller;

/// What a caller asked for and cannot have: each feature has a subclass per reason, and a service
/// answers with its name and details (RFC 9457).
public abstract class Refusal extends RuntimeException implements ForTheCaller {

    public enum Because {
        INVALID,
        UNAUTHENTICATED,
        NOT_ALLOWED,
        NOT_FOUND,
        CONFLICT,
        OVER,
        TOO_LARGE,
        UNPROCESSABLE,
        OVERLOADED
    }

    private final Because because;
    private final String name;
    private final String title;
    private final @Nullable String detail;

    /// @param name the stable end of the problem's type, such as `wrong-code`
    /// @param title one sentence that is the same for every problem of this name
    protected Refusal(Because because, String name, String title) {
        this(because, name, title, null);
    }

    /// @param detail what is to be said of this one
    protected Refusal(Because because, String name, String title, @Nullable String detail) {
        // It is an answer, not a defect: nobody reads its stack trace.
        super(detail == null ? title : detail, null, false, false);
        assert Vocabulary.TYPES.contains(name) : name + " is not in the vocabulary";
        this.because = because;
        this.name = name;
        this.title = title;
        this.detail = detail;
    }

    public final Because because() {
        return because;
    }

    public final String name() {
        return name;
    }

    public final String title() {
        return title;
    }

    /// `null`: there is nothing to say but the title.
    public final @Nullable String detail() {
        return detail;
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
