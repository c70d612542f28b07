package org.tinkuy.site.programme.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class ProgrammeClients {

    @Bean
    Changelogs changelogs(ServiceClients clients) {
        return clients.of(Service.SESSION, Changelogs.class);
    }

    @Bean
    Previews previews(ServiceClients clients) {
        return clients.of(Service.SESSION, Previews.class);
    }

    @Bean
    Registrations registrations(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, Registrations.class);
    }
}
