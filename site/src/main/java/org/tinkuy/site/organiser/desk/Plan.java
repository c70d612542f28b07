package org.tinkuy.site.organiser.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.Zones;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.visitor.Phrase;

/// All that is drafted of a programme.
public record Plan(
        Draft programme, List<Draft> events, List<Draft> sessions, List<Draft> speakers) {

    private static final Comparator<Draft> BY_DAY =
            Comparator.comparing(
                            (Draft session) -> session.date("date"),
                            Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(
                            session -> session.time("starts"),
                            Comparator.nullsFirst(Comparator.<LocalTime>naturalOrder()));

    /// Those without a date first: they want something.
    public List<Draft> sessionsByDay() {
        return sessions.stream().sorted(BY_DAY).toList();
    }

    /// Whose clock its days are by.
    ZoneId zone() {
        var zone = programme.text("timeZone");
        return Zones.named(zone).orElse(ZoneOffset.UTC);
    }

    public @Nullable Draft eventOf(Draft session) {
        var id = session.text(Fields.EVENT_ID);
        return events.stream()
                .filter(event -> event.text("id").equals(id))
                .findFirst()
                .orElse(null);
    }

    Optional<Draft> session(UUID id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    boolean hasSessions(Draft event) {
        return sessions.stream()
                .anyMatch(session -> session.text(Fields.EVENT_ID).equals(event.text("id")));
    }

    /// Its own, or else its programme's.
    boolean hasPlace(Draft session) {
        return session.states("place") || programme.states("place");
    }

    /// The languages in which something is written.
    List<Language> written() {
        return Stream.of(Language.values())
                .filter(language ->
                        parts().anyMatch(part -> part.texts("title").containsKey(language.tag())))
                .toList();
    }

    private Stream<Draft> parts() {
        return Stream.of(Stream.of(programme), events.stream(), sessions.stream())
                .flatMap(parts -> parts);
    }

    /// What events and speakers are called.
    Map<UUID, String> names(InWords in) {
        return names(events, speakers, in);
    }

    static Map<UUID, String> names(List<Draft> events, List<Draft> speakers, InWords in) {
        var names = titles(events, in);
        speakers.forEach(speaker -> names.put(speaker.id(), speaker.text("name")));
        return names;
    }

    private static Map<UUID, String> titles(List<Draft> events, InWords in) {
        var titles = new LinkedHashMap<UUID, String>();
        events.forEach(event -> titles.put(event.id(), title(event, in)));
        return titles;
    }

    static String title(Draft part, InWords in) {
        return Objects.requireNonNullElse(in.text(part.texts("title")), new Phrase("—", "")).text();
    }
}
