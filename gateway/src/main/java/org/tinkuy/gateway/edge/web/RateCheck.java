package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tinkuy.gateway.edge.ClientAddress;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.RateLimits;
import org.tinkuy.gateway.edge.RateLimits.Rate;
import org.tinkuy.gateway.edge.Refusal;
import reactor.netty.http.server.HttpServerRequest;

/// Counts what sends mail or guesses codes, per network.
@Component
@Order(4)
class RateCheck implements EntryCheck {

    private record Limit(Rate rate, List<PathPattern> paths) {

        static Limit of(EdgeProperties.Limit limit) {
            return new Limit(
                    new Rate(limit.name(), limit.burst(), limit.perMinute()),
                    limit.paths().stream().map(PathPatternParser.defaultInstance::parse).toList());
        }

        boolean covers(PathContainer path) {
            return paths.stream().anyMatch(pattern -> pattern.matches(path));
        }
    }

    private final RateLimits rateLimits;
    private final List<Limit> limits;

    RateCheck(RateLimits rateLimits, EdgeProperties properties) {
        this.rateLimits = rateLimits;
        this.limits = properties.limits().stream().map(Limit::of).toList();
    }

    @Override
    public @Nullable Refusal refuse(HttpServerRequest request, Passage passage) {
        if (!request.method().equals(HttpMethod.POST)) {
            return null;
        }
        var path = PathContainer.parsePath(passage.target().path());
        for (var limit : limits) {
            if (limit.covers(path)) {
                var wait = rateLimits.take(ClientAddress.network(passage.client()), limit.rate());
                return wait.isZero() ? null : Refusal.tooMany(wait);
            }
        }
        return null;
    }
}
