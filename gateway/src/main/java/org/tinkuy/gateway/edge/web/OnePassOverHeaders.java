package org.tinkuy.gateway.edge.web;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/// Takes out the gateway's stock header filters, each of which copies all headers of each request,
/// and one of which would remove our own `X-Forwarded-…` again. [RequestHeaders] and
/// [ResponseHeaders] do their work in one pass each.
@Component
class OnePassOverHeaders implements BeanDefinitionRegistryPostProcessor {

    private static final List<String> STOCK =
            List.of(
                    "removeForwardedHeadersFilter",
                    "removeXForwardedHeadersFilter",
                    "removeHopByHopHeadersFilter",
                    "transferEncodingNormalizationHeadersFilter");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        STOCK.stream()
                .filter(registry::containsBeanDefinition)
                .forEach(registry::removeBeanDefinition);
    }
}
