package org.tinkuy.site.organiser.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class DeskClients {

    @Bean
    Drafts drafts(ServiceClients clients) {
        return clients.of(Service.SESSION, Drafts.class);
    }

    @Bean
    RegisteredPeople registeredPeople(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, RegisteredPeople.class);
    }
}
