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
    OwnEntries ownEntries(ServiceClients clients) {
        return clients.of(Service.SESSION, OwnEntries.class);
    }

    @Bean
    PreviewLinks previewLinks(ServiceClients clients) {
        return clients.of(Service.SESSION, PreviewLinks.class);
    }

    @Bean
    Copies copies(ServiceClients clients) {
        return clients.of(Service.SESSION, Copies.class);
    }

    @Bean
    FormerPublications formerPublications(ServiceClients clients) {
        return clients.of(Service.SESSION, FormerPublications.class);
    }

    @Bean
    RegisteredPeople registeredPeople(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, RegisteredPeople.class);
    }

    @Bean
    Staff staff(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, Staff.class);
    }
}
