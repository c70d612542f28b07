package org.tinkuy.gateway.edge.web;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.Identity;
import org.tinkuy.gateway.edge.TokenExchange;
import reactor.core.publisher.Mono;

/// The exchange over HTTP, at a path that the door never opens to the outside.
@Component
class RegistrationServiceTokens implements TokenExchange {

    private record Exchange(String token) {}

    private record Exchanged(String jwt, Instant expiresAt, UUID deviceSessionId) {}

    private final WebClient client;
    private final URI address;
    private final String secret;

    RegistrationServiceTokens(WebClient backendClient, EdgeProperties properties) {
        this.client = backendClient;
        this.address =
                UriComponentsBuilder.fromUri(properties.innerPorts().registration())
                        .path("/internal/device-sessions/exchange")
                        .build()
                        .toUri();
        this.secret = properties.innerSecret();
    }

    @Override
    public Mono<Identity> exchange(String deviceToken) {
        return client.post()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(secret))
                .bodyValue(new Exchange(deviceToken))
                .exchangeToMono(RegistrationServiceTokens::identity);
    }

    private static Mono<Identity> identity(ClientResponse response) {
        if (response.statusCode().equals(HttpStatus.OK)) {
            return response.bodyToMono(Exchanged.class)
                    .map(token ->
                            new Identity.SignedIn(
                                    token.jwt(), token.expiresAt(), token.deviceSessionId()));
        }
        if (response.statusCode().equals(HttpStatus.UNAUTHORIZED)) {
            return response.releaseBody().thenReturn(new Identity.Stranger());
        }
        return response.createError();
    }
}
