package org.tinkuy.site.timetable.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriUtils;
import org.tinkuy.languages.Language;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.timetable.Timetable.Wanted;
import org.tinkuy.site.visitor.Embedding;
import org.tinkuy.site.visitor.Preferences;

/// What the address of a timetable asks for. What cannot be is asked for by nobody.
///
/// @param own the visitor's own clock
/// @param language that of the page around this one, which other pages are to be in, too
record Asked(Wanted wanted, boolean own, @Nullable String language) {

    private static final String OWN = "own";

    /// A link to the timetable by the other clock.
    ///
    /// @param href without the language
    /// @param words the key of what it says
    /// @param zone which clock that is; `null`: not known before the visitor says it
    public record OtherClock(String href, String words, @Nullable String zone) {}

    static Asked of(ServerHttpRequest request) {
        var query = request.getQueryParams();
        return new Asked(
                new Wanted(
                        date(query.getFirst("day")),
                        stated(query.getFirst("region")),
                        stated(query.getFirst("kind"))),
                OWN.equals(query.getFirst("clock")),
                Embedding.isEmbedded(request)
                        ? Preferences.switched(request).map(Language::tag).orElse(null)
                        : null);
    }

    /// Of pages that this one leads to: empty, or with its question mark.
    public String languageQuery() {
        return language == null ? "" : "?" + Preferences.LANGUAGE_PARAMETER + "=" + language;
    }

    private static @Nullable String stated(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException _) {
            return null;
        }
    }

    ZoneId clock(ZoneId otherwise, @Nullable ZoneId visitors) {
        return own && visitors != null ? visitors : otherwise;
    }

    /// @param theirs the clock of the place
    /// @return `null` where both show the same
    @Nullable OtherClock other(
            String path, List<LocatedSession> sessions, ZoneId theirs, InWords in) {
        var visitors = in.ownZone();
        if (visitors == null) {
            var next = UriUtils.encode(path + query(true), StandardCharsets.US_ASCII);
            return new OtherClock("/time-zone?next=" + next, "timetable.clock.ask", null);
        }
        if (sessions.stream()
                .map(LocatedSession::session)
                .allMatch(at -> sameOn(at, visitors, theirs))) {
            return null;
        }
        return own
                ? new OtherClock(path + query(false), "timetable.clock.theirs", in.zone(theirs))
                : new OtherClock(path + query(true), "timetable.clock.own", in.zone(visitors));
    }

    private static boolean sameOn(Session session, ZoneId one, ZoneId other) {
        var begins = session.startsAt();
        return begins == null
                || one.getRules().getOffset(begins).equals(other.getRules().getOffset(begins));
    }

    private String query(boolean byOwnClock) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "day", Objects.toString(wanted.day(), null));
        put(parameters, "region", wanted.region());
        put(parameters, "kind", wanted.kind());
        put(parameters, "clock", byOwnClock ? OWN : null);
        put(parameters, Preferences.LANGUAGE_PARAMETER, language);
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter ->
                                parameter.getKey()
                                        + "="
                                        + UriUtils.encode(
                                                parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
