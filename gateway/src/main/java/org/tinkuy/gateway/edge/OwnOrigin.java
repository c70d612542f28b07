package org.tinkuy.gateway.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells whether a browser sent a request from one of our own pages.
///
/// Behind TLS only the public address counts. Without TLS the page may have been opened by any name
/// of this machine, so the request's own `Host` counts too.
public final class OwnOrigin {

    private static final Set<String> OURS_BY_FETCH_METADATA = Set.of("same-origin");
    private static final String OPAQUE = "null";

    private final String publicOrigin;
    private final boolean secure;

    public OwnOrigin(URI publicUrl) {
        this.publicOrigin =
                Objects.requireNonNull(originOf(publicUrl), "the public address needs a host");
        this.secure = publicUrl.getScheme().equalsIgnoreCase("https");
    }

    public boolean secure() {
        return secure;
    }

    /// What a browser says about where a request comes from (all of it may be missing).
    public record Claims(
            @Nullable String origin,
            @Nullable String fetchSite,
            @Nullable String referer,
            @Nullable String host) {}

    /// `Origin` decides. Where it is missing or opaque (a page without referrer says `null`), the
    /// browser's fetch metadata, which pages cannot set; last the referrer. Nothing at all is not
    /// ours: every browser of today sends one of them.
    public boolean sent(Claims claims) {
        var origin = claims.origin();
        if (origin != null && !origin.equals(OPAQUE)) {
            return isOurs(origin, claims.host());
        }
        if (claims.fetchSite() != null) {
            return OURS_BY_FETCH_METADATA.contains(claims.fetchSite());
        }
        return origin == null
                && claims.referer() != null
                && isOurs(claims.referer(), claims.host());
    }

    /// Whether a browser says plainly that the request comes from elsewhere.
    public boolean deniedBy(Claims claims) {
        var saysSomething = claims.origin() != null || claims.fetchSite() != null;
        return saysSomething && !sent(claims);
    }

    private boolean isOurs(String address, @Nullable String host) {
        var origin = originOf(address);
        if (origin == null) {
            return false;
        }
        return origin.equals(publicOrigin)
                || (!secure && host != null && origin.equals(originOf("http://" + host)));
    }

    private static @Nullable String originOf(String address) {
        try {
            return originOf(new URI(address));
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static @Nullable String originOf(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            return null;
        }
        var scheme = address.getScheme().toLowerCase(Locale.ROOT);
        var port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
