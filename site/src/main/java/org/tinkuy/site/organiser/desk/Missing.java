package org.tinkuy.site.organiser.desk;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;

/// Something that visitors would look for in vain, and where it is written.
///
/// @param key of its message
/// @param part whose it is; `null`: the programme's as a whole
/// @param language in which it is missing, its tag; `null`: it is none
/// @param href the very field
public record Missing(String key, @Nullable Draft part, @Nullable String language, String href) {

    private static final String ONLINE = "online";

    /// The most important first.
    static List<Missing> in(Plan plan) {
        var desk = Desk.path(plan.programme().id());
        return Stream.of(
                        sessions(plan, desk),
                        of(plan, desk, "no-date", "date", one -> !one.states("date")),
                        of(
                                plan,
                                desk,
                                "no-time",
                                "starts",
                                one -> one.states("date") && !one.states("starts")),
                        places(plan, desk),
                        texts(plan, desk),
                        organisers(plan, desk),
                        events(plan, desk))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Missing> sessions(Plan plan, String desk) {
        return plan.sessions().isEmpty()
                ? Stream.of(new Missing("no-session", null, null, desk + "/sessions/new"))
                : Stream.empty();
    }

    private static Stream<Missing> of(
            Plan plan, String desk, String key, String field, Predicate<Draft> lacks) {
        return plan.sessionsByDay().stream()
                .filter(lacks)
                .map(session ->
                        new Missing(key, session, null, session(desk, session) + "#" + field));
    }

    private static Stream<Missing> places(Plan plan, String desk) {
        return plan.programme().text("mode").equals(ONLINE)
                ? Stream.empty()
                : of(plan, desk, "no-place", "place", session -> !plan.hasPlace(session));
    }

    private static Stream<Missing> texts(Plan plan, String desk) {
        var written = plan.written();
        var programme = plan.programme();
        return Stream.of(
                        untranslated(programme, "title", written, desk + "/programme"),
                        untranslated(programme, "motto", written, desk + "/programme"),
                        untranslated(programme, "description", written, desk + "/programme"),
                        plan.events().stream()
                                .flatMap(event ->
                                        titleAndDescription(
                                                event, written, desk + "/events/" + event.id())),
                        plan.sessionsByDay().stream()
                                .flatMap(session ->
                                        titleAndDescription(
                                                session, written, session(desk, session))))
                .flatMap(found -> found);
    }

    private static Stream<Missing> titleAndDescription(
            Draft part, List<Language> written, String form) {
        return Stream.of("title", "description")
                .flatMap(field -> untranslated(part, field, written, form));
    }

    /// Nothing at all is no lack: a session without a title is called by its kind.
    private static Stream<Missing> untranslated(
            Draft part, String field, List<Language> written, String form) {
        var texts = part.texts(field);
        return texts.isEmpty()
                ? Stream.empty()
                : written.stream()
                        .filter(language -> !texts.containsKey(language.tag()))
                        .map(language ->
                                new Missing(
                                        "no-" + field,
                                        part,
                                        language.tag(),
                                        form + "#" + field + "-" + language.tag()));
    }

    private static Stream<Missing> organisers(Plan plan, String desk) {
        return plan.programme().lines("organisers").isEmpty()
                ? Stream.of(
                        new Missing("no-organisers", null, null, desk + "/programme#organisers"))
                : Stream.empty();
    }

    private static Stream<Missing> events(Plan plan, String desk) {
        return plan.events().stream()
                .filter(event -> !plan.hasSessions(event))
                .map(event ->
                        new Missing(
                                "empty-event",
                                event,
                                null,
                                desk + "/sessions/new?event=" + event.id()));
    }

    private static String session(String desk, Draft session) {
        return desk + "/sessions/" + session.id();
    }
}
