package org.tinkuy.site.organiser;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class OrganiserClients {

    @Bean
    AttendeeRegistrations attendeeRegistrations(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, AttendeeRegistrations.class);
    }

    @Bean
    OrganisedRegistrations organisedRegistrations(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, OrganisedRegistrations.class);
    }

    @Bean
    RegistrationNumbers registrationNumbers(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, RegistrationNumbers.class);
    }

    @Bean
    ScheduledSessions scheduledSessions(ServiceClients clients) {
        return clients.of(Service.SESSION, ScheduledSessions.class);
    }

    @Bean
    Deliveries deliveries(ServiceClients clients) {
        return clients.of(Service.NOTIFICATION, Deliveries.class);
    }
}
