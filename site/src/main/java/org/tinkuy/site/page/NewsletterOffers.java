package org.tinkuy.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// What the form at the foot of a page offers.
public interface NewsletterOffers {

    /// The programme's own on its pages, else all there are; none where a page has a form of its
    /// own.
    Choice on(ServerWebExchange exchange);

    /// @param only the one that the form is for; `null`: visitors choose, and nothing is chosen for
    ///   them, least of all another programme's newsletter
    record Choice(List<NewsletterOffer> all, @Nullable NewsletterOffer only) {

        public static final Choice NONE = new Choice(List.of(), null);

        public Choice {
            all = List.copyOf(all);
        }

        /// Where there is one alone it is named, and there is nothing to choose.
        public static Choice of(List<NewsletterOffer> all) {
            return new Choice(all, all.size() == 1 ? all.getFirst() : null);
        }
    }
}
