package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tinkuy.languages.Language;

/// The language of a page, found as the site finds it: switched by the address, else as chosen
/// before, else as the browser prefers, else the site's own default.
final class AskedLanguage {

    private static final Pattern PARAMETER = Pattern.compile("[?&]language=([a-z]+)(?=&|$)");
    private static final List<String> COOKIES =
            List.of("__Host-tinkuy-language", "tinkuy-language");

    private AskedLanguage() {}

    /// @param address as it stands in the request's first line
    /// @return a tag of [Language#TAGS]
    static String of(String address, HttpHeaders headers) {
        return switched(address)
                .or(() -> chosen(headers))
                .or(() -> preferred(headers))
                .orElse(Language.DEFAULT)
                .tag();
    }

    private static Optional<Language> switched(String address) {
        return PARAMETER
                .matcher(address)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .flatMap(parameter -> Language.of(parameter.substring(parameter.indexOf('=') + 1)));
    }

    private static Optional<Language> chosen(HttpHeaders headers) {
        var cookies =
                headers.getAll(HttpHeaderNames.COOKIE).stream()
                        .map(ServerCookieDecoder.STRICT::decodeAll)
                        .flatMap(List::stream)
                        .toList();
        return COOKIES.stream()
                .flatMap(name -> cookies.stream().filter(cookie -> cookie.name().equals(name)))
                .map(Cookie::value)
                .map(Language::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Language> preferred(HttpHeaders headers) {
        var accepted = headers.get(HttpHeaderNames.ACCEPT_LANGUAGE);
        if (accepted == null) {
            return Optional.empty();
        }
        try {
            return Language.among(Locale.LanguageRange.parse(accepted));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
