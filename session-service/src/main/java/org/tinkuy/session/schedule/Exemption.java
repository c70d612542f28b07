package org.tinkuy.session.schedule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.PlainText;

/// An organiser's reason, in writing, to schedule something although a policy or a conflict speaks
/// against it. It is kept with the change.
public record Exemption(String reason) {

    public static final int LONGEST = 500;

    public Exemption {
        reason = reason.strip();
        if (reason.isEmpty() || isTooLong(reason)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a reason has up to %d characters", LONGEST));
        }
    }

    /// Whoever reads counts characters, not the halves of which Java makes some.
    public static boolean isTooLong(String reason) {
        var text = reason.strip();
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    /// `null` where no reason is given.
    public static @Nullable Exemption of(@Nullable String reason) {
        return reason == null || PlainText.showsNothing(reason) ? null : new Exemption(reason);
    }
}
