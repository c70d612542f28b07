package org.tinkuy.notification.newsletter.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.notification.newsletter.ConsentText;
import org.tinkuy.notification.newsletter.ConsentTexts;

/// What people agree to, for whoever shows it beside a form, and for whoever agreed.
@RestController
class ConsentApi {

    /// @param version to be named with what is asked for
    /// @param place `form`: beside the form that asks for a newsletter; `button`: beside the button
    ///   that confirms
    /// @param texts by language
    record Consent(String version, String place, Map<String, String> texts) {

        static Consent of(ConsentText text) {
            var texts = new TreeMap<String, String>();
            text.words().forEach((language, words) -> texts.put(language.tag(), words));
            return new Consent(text.version(), text.place().name().toLowerCase(Locale.ROOT), texts);
        }
    }

    private final ConsentTexts texts;

    ConsentApi(ConsentTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/api/newsletters/consents")
    List<Consent> all() {
        return texts.all().stream().map(Consent::of).toList();
    }
}
