package org.tinkuy.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A programme of very many sessions, fifty of them at a time, in which nobody is wanted twice. A
/// session's speaker has one or more others later.
///
/// @param slug also of the mailboxes of its speakers
/// @param first on which day it begins
/// @param known under how many of their addresses its speakers are known elsewhere as well
record FullHalls(String slug, int sessions, int speakers, LocalDate first, List<String> known) {

    static final String ZONE = "America/Lima";

    private static final int ROOMS = 50;
    private static final int SLOTS_A_DAY = 5;

    /// A session's place among the others.
    ///
    /// @param starts the hour; it ends 90 minutes later
    record Slot(LocalDate date, int starts) {}

    FullHalls {
        known = List.copyOf(known);
    }

    String yaml() {
        return """
        programmes:
          - slug: %s
            title: {es: "Muchas salas", en: "Full halls"}
            organisers: ["Benchmark"]
            time_zone: %s
            mode: in-person
            speakers:
        """
                        .formatted(slug, ZONE)
                + lines(speakers, this::speaker)
                + "    sessions:\n"
                + lines(sessions, this::session);
    }

    private static String lines(int count, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private String speaker(int number) {
        return String.format(
                Locale.ROOT,
                "      - {slug: s%d, name: \"%s\", languages: [es], address: \"%s\", agreed: 2026-01-01}%n",
                number,
                Titles.of(number, 2),
                number < known.size() ? known.get(number) : address(number));
    }

    String address(int number) {
        return String.format(Locale.ROOT, "%s.%d@example.org", slug, number);
    }

    /// Who speaks at the session of that number.
    int speakerOf(int session) {
        return session % speakers;
    }

    Slot slot(int session) {
        var slot = session / ROOMS;
        return new Slot(first.plusDays(slot / SLOTS_A_DAY), 8 + 2 * (slot % SLOTS_A_DAY));
    }

    private String session(int number) {
        var kinds = List.of("workshop", "dialogue", "hub", "challenge");
        var slot = slot(number);
        return String.format(
                Locale.ROOT,
                "      - {kind: %s, title: {es: \"%s\"}, place: \"Sala %d\", date: %s, starts: \"%02d:00\", ends: \"%02d:30\", speakers: [s%d]}%n",
                kinds.get(number % kinds.size()),
                Titles.of(number, 6),
                1 + number % ROOMS,
                slot.date(),
                slot.starts(),
                slot.starts() + 1,
                speakerOf(number));
    }
}
