package org.tinkuy.gateway.edge.web;

import java.util.function.Predicate;
import org.springframework.cloud.gateway.handler.predicate.AbstractRoutePredicateFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.gateway.edge.Door;

/// `Page` in a route: whatever people read, which is everything that the door lets in and that is
/// neither the API nor the gateway's own.
@Component
class PageRoutePredicateFactory
        extends AbstractRoutePredicateFactory<PageRoutePredicateFactory.Config> {

    /// There is nothing to set.
    static final class Config {}

    PageRoutePredicateFactory() {
        super(Config.class);
    }

    @Override
    public Predicate<ServerWebExchange> apply(Config config) {
        return exchange -> Passage.of(exchange).door() == Door.PAGE;
    }
}
