package org.tinkuy.site.programme.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class ProgrammeClients {

    /// 10,000 sessions, which a programme may have, with titles in every language.
    private static final DataSize WHOLE_PROGRAMME = DataSize.ofMegabytes(8);

    @Bean
    Changelogs changelogs(ServiceClients clients) {
        return clients.of(Service.SESSION, Changelogs.class, WHOLE_PROGRAMME);
    }

    @Bean
    Previews previews(ServiceClients clients) {
        return clients.of(Service.SESSION, Previews.class, WHOLE_PROGRAMME);
    }

    @Bean
    Registrations registrations(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, Registrations.class);
    }
}
