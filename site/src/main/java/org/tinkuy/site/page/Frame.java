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
/// @param here where to come back to: path and query, without a language; the front page where the
///   path is secret
/// @param address the path whole, without a language and without what was asked of it
/// @param canonical the same, in the language that was asked for
/// @param embeddedScript where the page stands in another one
/// @param keptScript where much is typed
/// @param newsletters what the form at the foot of the page offers
public record Frame(
        Visitor visitor,
        String path,
        String here,
        URI address,
        URI canonical,
        List<LanguageLink> languages,
        NewsletterOffers.Choice newsletters,
        String stylesheet,
        String script,
        String embeddedScript,
        String keptScript,
        String icon,
        String touchIcon,
        URI card) {

    /// @param href the same page in this language
    /// @param alternate the same for search engines, which want whole addresses
    public record LanguageLink(Language language, String href, URI alternate, boolean current) {}

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
