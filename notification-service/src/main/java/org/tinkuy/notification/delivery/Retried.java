package org.tinkuy.notification.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tinkuy.notification.delivery.EndedDeliveries.Again;

/// What came of asking for all that failed to be sent again.
///
/// @param retried are on their way
/// @param held wait until their campaign goes on
/// @param skipped would have failed again, or have nothing left to say
public record Retried(long retried, long held, Map<Skip, Long> skipped) {

    /// The label is its name in the API.
    public enum Skip {
        /// A mail server refused the address; nobody has proven since that mail reaches it.
        SUPPRESSED("suppressed"),
        /// No mail can be sent to such an address.
        UNUSABLE_ADDRESS("unusableAddress"),
        /// The recipient was erased, or has left the list.
        NOT_KNOWN("notKnown"),
        /// Unsubscribed, cancelled, or told by a later message.
        NOTHING_TO_SAY("nothingToSay"),
        TOO_LATE("tooLate");

        private final String label;

        Skip(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Retried {
        skipped = Map.copyOf(skipped);
    }

    static Retried of(List<Again> begun, List<Skip> skipped) {
        var counts = new EnumMap<Skip, Long>(Skip.class);
        skipped.forEach(one -> counts.merge(one, 1L, Long::sum));
        var held = begun.stream().filter(Again::held).count();
        return new Retried(begun.size() - held, held, counts);
    }

    public long skipped(Skip why) {
        return skipped.getOrDefault(why, 0L);
    }

    Retried and(Retried other) {
        var both = new EnumMap<Skip, Long>(Skip.class);
        Stream.of(skipped, other.skipped)
                .forEach(some -> some.forEach((why, count) -> both.merge(why, count, Long::sum)));
        return new Retried(retried + other.retried, held + other.held, both);
    }

    Retried andTooLate(long late) {
        return and(new Retried(0, 0, Map.of(Skip.TOO_LATE, late)));
    }
}
