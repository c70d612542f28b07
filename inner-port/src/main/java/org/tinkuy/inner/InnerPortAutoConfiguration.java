package org.tinkuy.inner;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;

/// Opens the inner port beside the public one.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(InnerProperties.class)
class InnerPortAutoConfiguration {

    @Bean
    InnerSecret innerSecret(InnerProperties properties) {
        return new InnerSecret(properties.secret());
    }

    @Bean
    InnerPort innerPort(
            InnerProperties properties, HttpHandler handler, ReactorResourceFactory resources) {
        return new InnerPort(properties, handler, resources);
    }

    /// The handler that the port takes has this filter in it.
    @Bean
    InnerDoor innerDoor(ObjectProvider<InnerPort> port, InnerSecret secret) {
        return new InnerDoor(() -> port.getObject().number(), secret);
    }
}
