package org.tinkuy.site.organiser.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class DeskClients {

    /// The drafts of 10,000 sessions, which a programme may have, with titles in every language; as
    /// large as a file of programmes may be.
    private static final DataSize WHOLE_PROGRAMME = DataSize.ofMegabytes(8);

    @Bean
    Drafts drafts(ServiceClients clients) {
        return clients.of(Service.SESSION, Drafts.class, WHOLE_PROGRAMME);
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
        return clients.of(Service.SESSION, FormerPublications.class, WHOLE_PROGRAMME);
    }

    @Bean
    RegisteredPeople registeredPeople(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, RegisteredPeople.class);
    }
}
