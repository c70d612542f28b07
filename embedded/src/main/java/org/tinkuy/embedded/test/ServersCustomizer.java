package org.tinkuy.embedded.test;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/// A record, so that equal test classes share one cached context.
record ServersCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestServers.startAll();
        var database = TestServers.postgres().newDatabase();
        TestPropertyValues.of(
                        "TINKUY_DATABASE=" + database.address(),
                        "TINKUY_DATABASE_USER=" + database.user(),
                        "TINKUY_DATABASE_PASSWORD=" + database.password(),
                        "TINKUY_KAFKA=" + TestServers.kafka().bootstrapServers())
                .applyTo(context);
    }
}
