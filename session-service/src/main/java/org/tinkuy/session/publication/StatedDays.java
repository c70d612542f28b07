package org.tinkuy.session.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.Setting;

/// The days that organisers stated of an event or a programme, local.
///
/// @param starts `null`: to be announced
/// @param ends `null`: on the day on which it starts
record StatedDays(@Nullable LocalDate starts, @Nullable LocalDate ends) {

    StatedDays {
        ends = Objects.equals(starts, ends) ? null : ends;
    }

    static StatedDays of(Event event) {
        return new StatedDays(event.starts(), event.ends());
    }

    static StatedDays of(Setting setting) {
        return new StatedDays(setting.starts(), setting.ends());
    }

    @Nullable LocalDate last() {
        return ends == null ? starts : ends;
    }

    /// The first of them and the last.
    List<LocalDate> edges() {
        return Stream.of(starts, ends).filter(Objects::nonNull).toList();
    }
}
