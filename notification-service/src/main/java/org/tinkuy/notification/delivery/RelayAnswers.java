package org.tinkuy.notification.delivery;

import org.jspecify.annotations.Nullable;

/// What a mail server answered to the latest copies of one thing, as far as it judged them: what it
/// put off for a while, and what was not handed to it, says nothing.
///
/// @param refused for good, also where it is tried again all the same
/// @param said to the latest that was refused; `null`: none was
public record RelayAnswers(long taken, long refused, @Nullable String said) {

    /// Fewer may be a few wrong addresses.
    private static final int FEWEST_REFUSED = 3;

    /// More than half were: it is about us or the text, or the list is bad. Whatever it is, to go
    /// on makes it worse.
    public boolean mostAreRefusals() {
        return refused >= FEWEST_REFUSED && refused > taken;
    }

    public long judged() {
        return taken + refused;
    }
}
