package org.tinkuy.site.timetable.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.visitor.Phrase;

/// A timetable in one visitor's words: the template looks nothing up.
///
/// @param past days of which nothing lies ahead
/// @param ahead all others
/// @param zone whose clock it is
public record TimetableView(
        List<DayView> past, List<DayView> ahead, List<Entry> undated, String zone) {

    public boolean isEmpty() {
        return past.isEmpty() && ahead.isEmpty() && undated.isEmpty();
    }

    /// @param id of its heading
    public record DayView(
            String id,
            String name,
            List<ColumnView> columns,
            List<RowView> rows,
            List<Entry> untimed) {}

    /// @param of the event, where columns of several stand beside each other
    public record ColumnView(Phrase name, @Nullable Phrase of, int lanes) {}

    /// @param stamp for machines
    /// @param height in quarters of an hour, 1 to [#MOST_QUARTERS]
    /// @param now it is on
    /// @param beginning something begins
    public record RowView(
            String stamp,
            String time,
            int height,
            boolean now,
            boolean beginning,
            List<CellView> cells) {

        static final int MOST_QUARTERS = 8;
    }

    /// @param entry `null`: nothing happens
    public record CellView(int rows, @Nullable Entry entry) {}

    /// @param named by its kind alone: `null`
    /// @param times `null`: to be announced
    /// @param there when it is by the clock of its place, where that is another
    /// @param where `null`: not stated
    /// @param state the key of a word: `now`, `cancelled`, `invited`, or `null`
    public record Entry(
            String href,
            Phrase title,
            String kind,
            @Nullable String named,
            @Nullable String times,
            @Nullable String stamp,
            boolean openEnded,
            @Nullable String there,
            @Nullable Phrase where,
            @Nullable String state) {}
}
