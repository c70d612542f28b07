package org.tinkuy.notification.newsletter;

import java.util.Map;
import org.tinkuy.languages.Language;

/// What somebody reads and agrees to. The version names it for ever.
///
/// @param version such as `newsletter-form-1`
public record ConsentText(String version, Place place, Map<Language, String> words) {

    /// Where it stands.
    public enum Place {
        /// Beside the form that an address is entered in.
        FORM("newsletter-form"),
        /// Beside the button that confirms it.
        BUTTON("newsletter-button");

        private final String name;

        Place(String name) {
            this.name = name;
        }

        boolean has(String version) {
            return version.substring(0, version.lastIndexOf('-')).equals(name);
        }
    }

    public ConsentText {
        words = Map.copyOf(words);
    }
}
