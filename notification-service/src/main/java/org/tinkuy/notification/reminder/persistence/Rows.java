package org.tinkuy.notification.reminder.persistence;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.SessionTimes;

/// Columns as the feature's types, and back.
final class Rows {

    private Rows() {}

    static SessionTimes times(Readable row) {
        return new SessionTimes(
                row.get("date", LocalDate.class),
                row.get("starts", LocalTime.class),
                row.get("ends", LocalTime.class),
                ZoneId.of(Columns.need(row, "time_zone", String.class)));
    }
}
