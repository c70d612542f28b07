package org.tinkuy.inner;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param address where the inner port listens
/// @param port 0: any that is free
/// @param secret what services and operators show
@ConfigurationProperties("tinkuy.inner")
record InnerProperties(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("0") int port,
        @DefaultValue("") String secret) {}
