package org.tinkuy.embedded.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a test's Spring context a fresh PostgreSQL database (`TINKUY_DATABASE`,
/// `TINKUY_DATABASE_USER`, `TINKUY_DATABASE_PASSWORD`) and a Kafka broker (`TINKUY_KAFKA`).
///
/// One server of each kind serves a JVM; see [TestServers] for which.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface WithServers {}
