package org.tinkuy.gateway.edge.web;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.telemetry.Traces;
import reactor.netty.http.client.HttpClient;

/// How the gateway itself speaks to the services, and how long it listens to a client.
@Configuration(proxyBeanMethods = false)
class Backends {

    /// A client that sends 64 KB over a very poor connection still needs less, and one that sends a
    /// file of 8 MB as long as it sends 140 KB per second.
    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(60);

    @Bean
    NettyServerCustomizer slowClients() {
        return server -> server.requestTimeout(WHOLE_REQUEST);
    }

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
