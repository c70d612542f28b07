package org.tinkuy.session.schedule.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.ScheduleChange;

/// @param items the latest first
/// @param next what to give as `after` for the following page; absent on the last one
record ScheduleChangePage(List<ScheduleChangeView> items, @Nullable Long next) {

    static ScheduleChangePage of(List<ScheduleChange> page, int limit) {
        return new ScheduleChangePage(
                page.stream().map(ScheduleChangeView::of).toList(),
                page.size() < limit ? null : page.getLast().version());
    }
}
