package org.tinkuy.site.timetable;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;

/// Sessions with times in columns by place and rows by time, as a table of HTML takes them: a row
/// begins whenever a session begins or ends, and a session spans rows. What happens at one place at
/// the same time stands side by side in lanes of its column.
///
/// @param rows in their order; each has a cell for what begins in it
public record Grid(List<Column> columns, List<Row> rows) {

    public record Column(Where where, int lanes) {}

    /// @param ends `null`: not known, where only sessions without an end go on
    public record Row(Instant begins, @Nullable Instant ends, List<Cell> cells) {

        /// Empty of what begins: on a list it is not there.
        public boolean isBeginning() {
            return cells.stream().anyMatch(cell -> cell.at() != null);
        }

        public boolean contains(Instant now) {
            return !now.isBefore(begins) && ends != null && now.isBefore(ends);
        }

        /// `null` where it has no end.
        public @Nullable Duration length() {
            return ends == null ? null : Duration.between(begins, ends);
        }
    }

    /// @param at `null`: nothing happens here
    /// @param rows how many it spans
    public record Cell(@Nullable LocatedSession at, int rows) {}

    private record Placed(LocatedSession at, int from, int to) {}

    /// @param sessions with a start each, in the order of their beginnings
    static Grid of(List<LocatedSession> sessions) {
        var moments = moments(sessions);
        var byPlace = new LinkedHashMap<Where.Key, List<Placed>>();
        var rows = 0;
        for (var at : sessions) {
            var placed = placed(at, moments);
            rows = Math.max(rows, placed.to());
            byPlace.computeIfAbsent(Where.Key.of(at), _ -> new ArrayList<>()).add(placed);
        }
        var columns = new ArrayList<Column>();
        var lanes = new ArrayList<List<Placed>>();
        byPlace.values().stream()
                .sorted(comparing(its -> Where.of(its.getFirst().at()), Where.IN_ORDER))
                .forEach(its -> {
                    var own = lanes(its);
                    columns.add(new Column(Where.of(its.getFirst().at()), own.size()));
                    lanes.addAll(own);
                });
        return new Grid(List.copyOf(columns), rows(moments, rows, lanes));
    }

    private static List<Instant> moments(List<LocatedSession> sessions) {
        var moments = new TreeSet<Instant>();
        for (var at : sessions) {
            moments.add(begins(at.session()));
            if (at.session().endsAt() != null) {
                moments.add(at.session().endsAt());
            }
        }
        return List.copyOf(moments);
    }

    private static Instant begins(Session session) {
        return requireNonNull(session.startsAt());
    }

    /// Without an end it stands in the one row in which it begins.
    private static Placed placed(LocatedSession at, List<Instant> moments) {
        var from = Collections.binarySearch(moments, begins(at.session()));
        var ends = at.session().endsAt();
        var to = ends == null ? from : Collections.binarySearch(moments, ends);
        return new Placed(at, from, Math.max(to, from + 1));
    }

    private static List<List<Placed>> lanes(List<Placed> sessions) {
        var lanes = new ArrayList<List<Placed>>();
        for (var session : sessions) {
            lanes.stream()
                    .filter(lane -> lane.getLast().to() <= session.from())
                    .findFirst()
                    .orElseGet(() -> {
                        var another = new ArrayList<Placed>();
                        lanes.add(another);
                        return another;
                    })
                    .add(session);
        }
        return lanes;
    }

    private static List<Row> rows(List<Instant> moments, int count, List<List<Placed>> lanes) {
        var cells = new ArrayList<List<Cell>>();
        for (var row = 0; row < count; row++) {
            cells.add(new ArrayList<>());
        }
        for (var lane : lanes) {
            fill(cells, lane);
        }
        var rows = new ArrayList<Row>();
        for (var row = 0; row < count; row++) {
            var ends = row + 1 < moments.size() ? moments.get(row + 1) : null;
            rows.add(new Row(moments.get(row), ends, List.copyOf(cells.get(row))));
        }
        return List.copyOf(rows);
    }

    private static void fill(List<List<Cell>> cells, List<Placed> lane) {
        var free = 0;
        for (var session : lane) {
            if (session.from() > free) {
                cells.get(free).add(new Cell(null, session.from() - free));
            }
            cells.get(session.from()).add(new Cell(session.at(), session.to() - session.from()));
            free = session.to();
        }
        if (free < cells.size()) {
            cells.get(free).add(new Cell(null, cells.size() - free));
        }
    }
}
