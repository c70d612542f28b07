package org.tinkuy.site.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.TimeWords;
import org.tinkuy.site.visitor.Visitor;

/// What stands around every page.
///
/// @param path the page's own path, for forms that come back here; the front page where it is
///   secret
/// @param canonical the page's address without the language
/// @param newsletters what the form at the foot of the page offers
public record Frame(
        Visitor visitor,
        String path,
        URI canonical,
        List<LanguageLink> languages,
        List<NewsletterOffer> newsletters,
        String stylesheet,
        String script,
        String icon) {

    /// @param href the same page in this language
    public record LanguageLink(Language language, String href, boolean current) {}

    /// The numbers that the page's words tell.
    public RuleNumbers told() {
        return RuleNumbers.RULES;
    }

    /// Of the visitor's clock, where it is known.
    public @Nullable String zoneName() {
        var zone = visitor.timeZone();
        return zone == null ? null : new TimeWords(language()).zone(zone);
    }

    public Language language() {
        return visitor.language();
    }
}
