package org.tinkuy.site.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class CalendarClients {

    @Bean
    PersonalCalendars personalCalendars(ServiceClients clients) {
        return clients.of(Service.REGISTRATION_INSIDE, PersonalCalendars.class);
    }
}
