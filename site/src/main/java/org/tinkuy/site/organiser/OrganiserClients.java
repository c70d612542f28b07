package org.tinkuy.site.organiser;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class OrganiserClients {

    /// Of 10,000 sessions, as many as a programme may have.
    private static final DataSize NUMBERS = DataSize.ofMegabytes(4);

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
        return clients.of(Service.REGISTRATION, RegistrationNumbers.class, NUMBERS);
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
