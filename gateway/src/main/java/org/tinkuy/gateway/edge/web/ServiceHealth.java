package org.tinkuy.gateway.edge.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.tinkuy.gateway.edge.EdgeProperties;
import reactor.core.publisher.Mono;

/// Whether each service behind the door is ready. The bean's name is what the answer shows.
@Configuration(proxyBeanMethods = false)
class ServiceHealth {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /// Anyone may ask, but the services are asked once a second at most.
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final WebClient client =
            WebClient.builder().clientConnector(new ReactorClientHttpConnector()).build();

    @Bean("registration-service")
    ReactiveHealthIndicator registrationService(EdgeProperties properties) {
        return readiness(properties, properties.innerPorts().registration());
    }

    @Bean("session-service")
    ReactiveHealthIndicator sessionService(EdgeProperties properties) {
        return readiness(properties, properties.innerPorts().session());
    }

    @Bean("notification-service")
    ReactiveHealthIndicator notificationService(EdgeProperties properties) {
        return readiness(properties, properties.innerPorts().notification());
    }

    @Bean("site")
    ReactiveHealthIndicator site(EdgeProperties properties) {
        return readiness(properties, properties.innerPorts().site());
    }

    private ReactiveHealthIndicator readiness(EdgeProperties properties, URI service) {
        var address =
                UriComponentsBuilder.fromUri(service)
                        .path("/actuator/health/readiness")
                        .build()
                        .toUri();
        Mono<Health> health =
                client.get()
                        .uri(address)
                        .headers(headers -> headers.setBearerAuth(properties.innerSecret()))
                        .exchangeToMono(response ->
                                response.releaseBody()
                                        .thenReturn(response.statusCode().is2xxSuccessful()))
                        .timeout(LONGEST)
                        .onErrorReturn(false)
                        .map(ready -> (ready ? Health.up() : Health.outOfService()).build())
                        .cache(REMEMBERED);
        return () -> health;
    }
}
