package org.tinkuy.site.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.requests.AllowedMethods;

/// Finds the page of a request. A refused method is told of the same ones that `OPTIONS` tells of.
final class PageHandlers extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> mappings, ServerWebExchange exchange) throws Exception {
        try {
            return super.handleNoMatch(mappings, exchange);
        } catch (MethodNotAllowedException refused) {
            throw AllowedMethods.all(refused);
        }
    }
}
