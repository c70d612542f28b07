package org.tinkuy.problems;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.tinkuy.testing.WholeService;

/// The [Workshop] on real servers. One configuration for all tests, so that it starts once.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeService
@TestPropertySource(
        properties = {
            "spring.r2dbc.url=r2dbc:${TINKUY_DATABASE}",
            "spring.r2dbc.username=${TINKUY_DATABASE_USER}",
            "spring.r2dbc.password=${TINKUY_DATABASE_PASSWORD}",
            "spring.http.codecs.max-in-memory-size=1KB"
        })
@interface RunningWorkshop {}
