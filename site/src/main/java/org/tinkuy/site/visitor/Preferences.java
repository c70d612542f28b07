package org.tinkuy.site.visitor;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.Zones;

/// Language and time zone: chosen by the visitor, else as the browser says. Neither cookie is
/// secret, and the page's script writes the time zone.
public final class Preferences {

    /// Switches the language for this page and the following ones.
    public static final String LANGUAGE_PARAMETER = "language";

    private static final Duration KEPT = Duration.ofDays(365);

    private Preferences() {}

    public static Language language(ServerHttpRequest request) {
        return switched(request)
                .or(() -> Language.of(cookie(request, CookieNames.LANGUAGE)))
                .or(() -> accepted(request))
                .orElse(Language.DEFAULT);
    }

    public static Optional<Language> switched(ServerHttpRequest request) {
        return Language.of(request.getQueryParams().getFirst(LANGUAGE_PARAMETER));
    }

    private static Optional<Language> accepted(ServerHttpRequest request) {
        try {
            return Language.among(request.getHeaders().getAcceptLanguage());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public static @Nullable ZoneId timeZone(ServerHttpRequest request) {
        return zone(cookie(request, CookieNames.TIME_ZONE)).orElse(null);
    }

    public static Optional<ZoneId> zone(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(Zones::named);
    }

    public static ResponseCookie keep(Language language, boolean secure) {
        return preference(CookieNames.LANGUAGE, language.tag(), secure);
    }

    public static ResponseCookie keep(ZoneId zone, boolean secure) {
        return preference(CookieNames.TIME_ZONE, zone.getId(), secure);
    }

    private static ResponseCookie preference(CookieNames name, String value, boolean secure) {
        return ResponseCookie.from(name.of(secure), value)
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }

    /// What was chosen before the names changed still holds.
    private static @Nullable String cookie(ServerHttpRequest request, CookieNames name) {
        return name.all().stream()
                .map(request.getCookies()::getFirst)
                .filter(Objects::nonNull)
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
