package org.tinkuy.site.organiser.campaign;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class CampaignClients {

    @Bean
    Campaigns campaigns(ServiceClients clients) {
        return clients.of(Service.NOTIFICATION, Campaigns.class);
    }

    @Bean
    Subscribers subscribers(ServiceClients clients) {
        return clients.of(Service.NOTIFICATION, Subscribers.class);
    }
}
