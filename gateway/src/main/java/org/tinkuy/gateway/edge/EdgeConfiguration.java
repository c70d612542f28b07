package org.tinkuy.gateway.edge;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the rules of the door what they need.
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    OwnOrigin ownOrigin(EdgeProperties properties) {
        return new OwnOrigin(properties.publicUrl());
    }

    @Bean
    ClientAddress clientAddress(EdgeProperties properties) {
        return new ClientAddress(properties.trustedProxies());
    }

    @Bean
    RateLimits rateLimits(Clock clock) {
        return new RateLimits(clock);
    }

    @Bean
    NetworkShares networkShares(EdgeProperties properties) {
        return new NetworkShares(properties.connectionsPerNetwork());
    }

    @Bean
    ClosedDeviceSessions closedDeviceSessions(MeterRegistry meters) {
        var closedSessions = new ClosedDeviceSessions(Ticker.systemTicker());
        meters.gauge(
                "tinkuy.gateway.device.sessions.current",
                closedSessions,
                sessions -> sessions.isCurrent() ? 1 : 0);
        return closedSessions;
    }

    @Bean
    IdentifyDevice identifyDevice(
            TokenExchange exchange,
            ClosedDeviceSessions closedSessions,
            Clock clock,
            EdgeProperties properties,
            MeterRegistry meters) {
        var identify =
                new IdentifyDevice(
                        exchange,
                        closedSessions,
                        clock,
                        Ticker.systemTicker(),
                        properties.tokens().cached());
        meters.gauge("tinkuy.gateway.tokens.cached", identify, IdentifyDevice::size);
        return identify;
    }
}
