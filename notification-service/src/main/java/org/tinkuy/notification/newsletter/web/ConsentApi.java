package org.tinkuy.notification.newsletter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.notification.newsletter.ConsentText;
import org.tinkuy.notification.newsletter.ConsentTexts;
import reactor.core.publisher.Flux;

/// What people agree to, for whoever shows it beside a form, and for whoever agreed.
@RestController
@Tag(name = "newsletters")
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
    @Operation(
            summary = "The texts that people agree to, every version",
            description =
                    "Show one of them as it is, and name its version when asking. A version never"
                            + " changes.")
    Flux<Consent> all() {
        return Flux.fromIterable(texts.all()).map(Consent::of);
    }
}
