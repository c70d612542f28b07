package org.tinkuy.site.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a service answered instead (RFC 9457), as far as pages use it.
///
/// @param attemptsLeft with `wrong-code`
/// @param rules that are broken, and may be for a reason each
/// @param questions to which yes may be answered
/// @param allowedHours with `outside-plenary-window`
public record Problem(
        @Nullable URI type,
        @Nullable List<@Nullable Fault> errors,
        @Nullable Integer attemptsLeft,
        @Nullable List<@Nullable String> rules,
        @Nullable List<@Nullable String> questions,
        @Nullable AllowedHours allowedHours) {

    private static final String PREFIX = "urn:tinkuy:problem:";

    static final Problem UNKNOWN = new Problem(null, null, null, null, null, null);

    /// @param code what is wrong with the field: `required`, `too-long`, …
    /// @param value the piece of it that is wrong, where that is told
    public record Fault(@Nullable String field, @Nullable String code, @Nullable String value) {

        /// An address whose domain is read in two ways because of the letter that is told.
        public boolean isAmbiguousDomain() {
            return value != null && "invalid-address".equals(code);
        }
    }

    /// @param lasts how long each session takes; `null`: as long as fits
    public record AllowedHours(String starts, String ends, @Nullable Duration lasts) {}

    /// The stable part of the type: `wrong-code`; empty for a type that is not ours.
    public String name() {
        var text = type == null ? "" : type.toString();
        return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
    }

    public List<Fault> faults() {
        return errors == null
                ? List.of()
                : errors.stream().<Fault>mapMulti(Problem::present).toList();
    }

    private static void present(@Nullable Fault fault, Consumer<Fault> to) {
        if (fault != null) {
            to.accept(fault);
        }
    }
}
