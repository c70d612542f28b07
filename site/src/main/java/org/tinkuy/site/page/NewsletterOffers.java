package org.tinkuy.site.page;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;

/// What the form at the foot of a page offers.
public interface NewsletterOffers {

    /// The programme's own on its pages, else all there are; none where a page has a form of its
    /// own.
    List<NewsletterOffer> on(ServerWebExchange exchange);
}
