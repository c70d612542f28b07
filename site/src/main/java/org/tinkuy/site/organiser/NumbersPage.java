package org.tinkuy.site.organiser;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.RegistrationNumbers.Numbers;
import org.tinkuy.site.organiser.RegistrationNumbers.OfSession;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// How many come, by session, by region and by day.
@Controller
class NumbersPage {

    /// @param at `null`: what is counted together
    /// @param free `null`: as many as come, or nobody any more because it was cancelled
    public record Row(
            @Nullable LocatedSession at,
            int confirmed,
            int held,
            @Nullable Integer capacity,
            @Nullable Integer free,
            int waiting,
            int cancelled) {

        static Row of(LocatedSession at, @Nullable OfSession counts) {
            var capacity = at.session().capacity();
            return counts == null
                    ? new Row(at, 0, 0, capacity, takesPlace(at) ? capacity : null, 0, 0)
                    : new Row(
                            at,
                            counts.confirmed(),
                            counts.held(),
                            counts.capacity(),
                            takesPlace(at) ? counts.free() : null,
                            counts.waiting(),
                            counts.cancelled());
        }

        /// Seats are those of sessions that take place, summed where all of them are limited.
        static Row sum(List<Row> rows) {
            var takingPlace = rows.stream().filter(Row::takesPlace).toList();
            return new Row(
                    null,
                    sum(rows, Row::confirmed),
                    sum(rows, Row::held),
                    limited(takingPlace, Row::capacity),
                    limited(takingPlace, Row::free),
                    sum(rows, Row::waiting),
                    sum(rows, Row::cancelled));
        }

        private boolean takesPlace() {
            return at != null && takesPlace(at);
        }

        private static boolean takesPlace(LocatedSession at) {
            return !at.session().isCancelled();
        }

        private static int sum(List<Row> rows, ToIntFunction<Row> number) {
            return rows.stream().mapToInt(number).sum();
        }

        private static @Nullable Integer limited(
                List<Row> rows, Function<Row, @Nullable Integer> number) {
            var known = rows.stream().map(number).filter(Objects::nonNull).toList();
            return known.size() < rows.size()
                    ? null
                    : known.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// @param region `null`: the event states none
    /// @param event the first one there; `null`: of the programme as a whole
    public record Place(@Nullable String region, @Nullable Event event, Row sum) {}

    private final RegistrationNumbers numbers;
    private final Clock clock;

    NumbersPage(RegistrationNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    @GetMapping("/organiser/numbers")
    Mono<Rendering> show(
            @RequestParam(required = false) @Nullable String programme,
            Visitor visitor,
            Schedule schedule) {
        var programmes =
                Organisers.programmes(Organisers.caller(visitor), schedule, clock.instant());
        var page =
                Rendering.view("organiser-numbers")
                        .header("Cache-Control", "no-store")
                        .modelAttribute("in", InWords.of(visitor))
                        .modelAttribute("programmes", programmes);
        var shown = Organisers.chosen(programme, programmes).orElse(null);
        return shown == null
                ? Mono.just(page.build())
                : numbers.numbers(shown.id(), shown.timeZone().getId(), visitor)
                        .map(counted -> page(page, shown, counted, schedule));
    }

    private static Rendering page(
            Rendering.Builder<?> page, Programme shown, Numbers counted, Schedule schedule) {
        var bySession =
                counted.sessions().stream()
                        .collect(toMap(OfSession::sessionId, one -> one, (one, _) -> one));
        var rows =
                schedule.locatedIn(shown).stream()
                        .map(at -> Row.of(at, bySession.get(at.session().id())))
                        .toList();
        return page.modelAttribute("shown", shown)
                .modelAttribute("rows", rows)
                .modelAttribute("all", Row.sum(rows))
                .modelAttribute("places", places(rows))
                .modelAttribute("growth", Growth.of(counted.days()))
                .build();
    }

    /// In the order of the first session there.
    private static List<Place> places(List<Row> rows) {
        var byPlace = new LinkedHashMap<Optional<Object>, List<Row>>();
        rows.forEach(row ->
                byPlace.computeIfAbsent(Optional.ofNullable(key(row)), _ -> new ArrayList<>())
                        .add(row));
        return byPlace.values().stream()
                .map(its -> {
                    var event = event(its.getFirst());
                    return new Place(event == null ? null : event.region(), event, Row.sum(its));
                })
                .toList();
    }

    private static @Nullable Object key(Row row) {
        var event = event(row);
        return event == null ? null : event.region() == null ? event.id() : event.region();
    }

    private static @Nullable Event event(Row row) {
        return row.at() == null ? null : row.at().event();
    }
}
