package org.tinkuy.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole site on a port of its own, Kafka away, the services one stub: one configuration, so
/// that one context serves every test.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "logging.level.org.apache.kafka=OFF",
            "tinkuy.site.answers-within=4s",
            "tinkuy.site.seats-within=2s",
            "tinkuy.site.security.contact=mailto:security@tinkuy.example"
        })
@ContextConfiguration(initializers = StubServices.Address.class)
@Import(SiteTestConfiguration.class)
@interface SiteTest {}
