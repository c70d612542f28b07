package org.tinkuy.site.upstream;

import java.net.URI;
import org.tinkuy.site.SiteProperties;

/// Whom pages ask; inside, where only services are answered.
public enum Service {
    REGISTRATION("registration-service"),
    REGISTRATION_INSIDE("registration-service"),
    SESSION("session-service"),
    NOTIFICATION("notification-service");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    URI url(SiteProperties properties) {
        return switch (this) {
            case REGISTRATION -> properties.registrationUrl();
            case REGISTRATION_INSIDE -> properties.registrationInnerUrl();
            case SESSION -> properties.sessionUrl();
            case NOTIFICATION -> properties.notificationUrl();
        };
    }
}
