package org.tinkuy.gateway.edge.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.EdgeProperties;

/// Which service answers a path: the one to which it, or the nearest path above it, belongs. What
/// nobody claims outside the API is the site's.
@Component
class Routes {

    private final Map<String, Service> claims = new HashMap<>();
    private final Service site;

    Routes(EdgeProperties properties, ServiceClients clients) {
        var services = properties.services();
        this.site = clients.of("site", services.site());
        claim(
                services.paths().registration(),
                clients.of("registration-service", services.registration()));
        claim(services.paths().session(), clients.of("session-service", services.session()));
        claim(
                services.paths().notification(),
                clients.of("notification-service", services.notification()));
    }

    private void claim(List<String> paths, Service service) {
        paths.forEach(path -> claims.put(path, service));
    }

    /// @return `null`: nobody
    @Nullable Service to(String path, Door door) {
        return switch (door) {
            case PAGE -> site;
            case API -> nearest(path);
            case DOCUMENT, HEALTH, METRICS, CLOSED -> null;
        };
    }

    private @Nullable Service nearest(String path) {
        for (var claimed = path; !claimed.isEmpty(); claimed = above(claimed)) {
            var service = claims.get(claimed);
            if (service != null) {
                return service;
            }
        }
        return null;
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
