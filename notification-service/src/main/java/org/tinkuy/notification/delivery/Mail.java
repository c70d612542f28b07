package org.tinkuy.notification.delivery;

import java.util.Map;
import java.util.Objects;
import org.tinkuy.notification.people.Addressee;

/// One person's copy of a text.
///
/// @param slots what stands in the text's slots, as plain text on one line; it is encoded for the
///   place where it is spliced in
public record Mail(Addressee to, MailText text, Map<String, String> slots) {

    public Mail {
        slots = Map.copyOf(slots);
        if (!slots.keySet().containsAll(text.slots())) {
            throw new IllegalArgumentException(
                    "the text has slots " + text.slots() + ", filled are " + slots.keySet());
        }
    }

    /// A text for nobody else.
    public Mail(Addressee to, MailText text) {
        this(to, text, Map.of());
    }

    public String slot(String name) {
        return Objects.requireNonNull(slots.get(name), name);
    }
}
