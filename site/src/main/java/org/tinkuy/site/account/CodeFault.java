package org.tinkuy.site.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tinkuy.site.page.RuleNumbers;
import org.tinkuy.site.upstream.ServiceProblem;

/// Why a code was not taken.
///
/// @param words message key
/// @param attemptsLeft `null` where it does not matter
/// @param over typing again is of no use: only another code helps
/// @param wrong what was typed is no good; the field is empty for another
public record CodeFault(
        String words,
        @Nullable Integer attemptsLeft,
        boolean over,
        boolean wrong,
        HttpStatus status) {

    static final CodeFault NO_CODE =
            new CodeFault(
                    "fault.code.required", null, false, false, HttpStatus.UNPROCESSABLE_CONTENT);
    static final CodeFault OVER =
            new CodeFault("fault.code.over", null, true, false, HttpStatus.GONE);
    static final CodeFault USED_UP =
            new CodeFault("fault.code.used-up", null, true, true, HttpStatus.GONE);
    static final CodeFault NO_COOKIES =
            new CodeFault("fault.code.no-cookies", null, true, false, HttpStatus.GONE);
    static final CodeFault UNAVAILABLE =
            new CodeFault("fault.unavailable", null, false, false, HttpStatus.SERVICE_UNAVAILABLE);

    private static final Set<String> SESSION_PROBLEMS =
            Set.of("session-ended", "session-cancelled", "by-invitation");

    private static final Pattern DIGITS =
            Pattern.compile(String.format(Locale.ROOT, "[0-9]{%d}", RuleNumbers.CODE_DIGITS));

    static CodeFault of(ServiceProblem refused) {
        if (refused.is("wrong-code")) {
            return wrong(refused.problem().attemptsLeft());
        }
        if (refused.is("newer-code")) {
            return new CodeFault(
                    "fault.code.older", null, false, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (refused.has("too-many-people")) {
            return new CodeFault(
                    "fault.too-many-people", null, true, false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return refused.status() == 429
                ? new CodeFault(
                        "fault.too-many-requests", null, false, false, HttpStatus.TOO_MANY_REQUESTS)
                : OVER;
    }

    private static CodeFault wrong(@Nullable Integer attemptsLeft) {
        return attemptsLeft != null && attemptsLeft < 1
                ? USED_UP
                : new CodeFault(
                        "fault.code.wrong",
                        attemptsLeft,
                        false,
                        true,
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Why another code was not sent; the one before may still be good.
    static CodeFault ofAnother(ServiceProblem refused) {
        if (refused.status() == 429) {
            return of(refused);
        }
        var name = refused.problem().name();
        return new CodeFault(
                SESSION_PROBLEMS.contains(name) ? "fault." + name : "fault.no-other-code",
                null,
                false,
                false,
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    CodeFault whenOver() {
        return new CodeFault(words, attemptsLeft, true, wrong, status);
    }

    /// People copy "123 456" or "123-456".
    static Optional<String> digits(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.replaceAll("[\\s\\u00a0-]", ""))
                .filter(text -> DIGITS.matcher(text).matches());
    }
}
