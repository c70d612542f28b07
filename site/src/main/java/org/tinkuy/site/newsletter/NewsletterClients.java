package org.tinkuy.site.newsletter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class NewsletterClients {

    @Bean
    Subscriptions subscriptions(ServiceClients clients) {
        return clients.of(Service.NOTIFICATION, Subscriptions.class);
    }
}
