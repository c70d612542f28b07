package org.tinkuy.site.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.site.upstream.Service;
import org.tinkuy.site.upstream.ServiceClients;

@Configuration(proxyBeanMethods = false)
class AccountClients {

    @Bean
    SignIns signIns(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, SignIns.class);
    }

    @Bean
    OwnDetails ownDetails(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, OwnDetails.class);
    }

    @Bean
    Devices devices(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, Devices.class);
    }

    @Bean
    OwnRegistrations ownRegistrations(ServiceClients clients) {
        return clients.of(Service.REGISTRATION, OwnRegistrations.class);
    }
}
