package org.tinkuy.gateway.edge.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a request asks for, as it came: what is checked here is what the service sees.
///
/// @param path still percent-encoded
/// @param pathAndQuery what is sent on
record Target(String path, String pathAndQuery) {

    /// @return `null`: not an address that a request can have
    static @Nullable Target of(String requested) {
        try {
            var uri = new URI(requested.startsWith("/") ? "http://here" + requested : requested);
            if (uri.getHost() == null || uri.getRawFragment() != null) {
                return null;
            }
            var path = Objects.requireNonNullElse(uri.getRawPath(), "");
            var query = uri.getRawQuery();
            return new Target(path, query == null ? path : path + '?' + query);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
