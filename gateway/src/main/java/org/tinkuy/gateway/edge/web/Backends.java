package org.tinkuy.gateway.edge.web;

import io.netty.channel.ChannelOption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.telemetry.Traces;
import reactor.netty.http.client.HttpClient;

/// How the gateway itself speaks to the services.
@Configuration(proxyBeanMethods = false)
class Backends {

    @Bean
    WebClient backendClient(EdgeProperties properties, Traces traces) {
        var timeout = properties.tokens().exchangeTimeout();
        var client =
                HttpClient.create()
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(timeout.toMillis()))
                        .responseTimeout(timeout);
        return traces.told(
                        WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)))
                .build();
    }
}
