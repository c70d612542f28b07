package org.tinkuy.notification.people;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;

/// Whom a mail is for, and how they read it.
///
/// @param name `null` or empty where only the address is known
/// @param timeZone `null` where it was not said
public record Addressee(
        String address, @Nullable String name, Language language, @Nullable ZoneId timeZone) {

    /// Empty where nothing can be greeted by.
    public String nameToGreet() {
        return name == null ? "" : name.strip();
    }
}
