package org.tinkuy.token;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keys where registration-service publishes its keys (RFC 7517)
@ConfigurationProperties("tinkuy.token")
public record TokenProperties(
        @DefaultValue("http://localhost:8082/.well-known/jwks.json") URI keys) {}
