package org.tinkuy.site.organiser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.organiser.Deliveries.Retried;

/// What came of trying all that failed again, as the address of the page carries it.
///
/// @param held how many wait until their campaign goes on
/// @param skipped how many are not tried, by reason, only what there is of
public record RetryOutcome(long retried, long held, Map<String, Long> skipped) {

    private static final String HELD = "held";

    private static final List<String> REASONS =
            List.of("suppressed", "unusableAddress", "notKnown", "nothingToSay", "tooLate");

    static RetryOutcome of(Retried retried) {
        var told = retried.skipped();
        var held = retried.held();
        var skipped = new LinkedHashMap<String, Long>();
        for (var reason : REASONS) {
            var count = told == null ? null : told.get(reason);
            if (count != null && count > 0) {
                skipped.put(reason, count);
            }
        }
        return new RetryOutcome(retried.retried(), held == null ? 0 : held, skipped);
    }

    static RetryOutcome of(MultiValueMap<String, String> query) {
        var skipped = new LinkedHashMap<String, Long>();
        REASONS.forEach(reason -> {
            var count = number(query.getFirst(reason));
            if (count > 0) {
                skipped.put(reason, count);
            }
        });
        return new RetryOutcome(
                number(query.getFirst("retried")), number(query.getFirst(HELD)), skipped);
    }

    /// Somebody may have typed it.
    private static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    String query() {
        var query = new StringBuilder("done=retried-many&retried=").append(retried);
        if (held > 0) {
            query.append('&').append(HELD).append('=').append(held);
        }
        skipped.forEach(
                (reason, count) -> query.append('&').append(reason).append('=').append(count));
        return query.toString();
    }
}
