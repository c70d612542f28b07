package org.tinkuy.notification.delivery.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.retention.Retention;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A log in monthly partitions: they are made ahead, and go as a whole.
///
/// @param time the column that tells the month
record MonthlyLog(DatabaseClient database, String table, String time, Duration keep)
        implements Retention {

    private static final int MONTHS_AHEAD = 2;

    @Override
    public Mono<Long> remove(Instant limit, int atMost) {
        return makeAhead(limit.plus(keep)).then(drop(limit)).then(removeOthers(limit, atMost));
    }

    private Mono<Void> makeAhead(Instant now) {
        var month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        return Flux.range(0, MONTHS_AHEAD + 1)
                .map(month::plusMonths)
                .concatMap(next ->
                        database.sql("select make_month(:table, :month)")
                                .bind("table", table)
                                .bind("month", next.atDay(1))
                                .then())
                .then();
    }

    /// Of a month nothing is younger than its end.
    private Mono<Void> drop(Instant limit) {
        var kept =
                table
                        + "_"
                        + YearMonth.from(limit.atOffset(ZoneOffset.UTC))
                                .toString()
                                .replace('-', '_');
        return database.sql(
                        """
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = cast(:table as regclass)
                          and c.relname ~ '_[0-9]{4}_[0-9]{2}$' and c.relname < :kept
                        """)
                .bind("table", table)
                .bind("kept", kept)
                .mapValue(String.class)
                .all()
                .collectList()
                .flatMapIterable(months -> months)
                .concatMap(month -> database.sql("drop table if exists " + month).then())
                .then();
    }

    /// What no month was made for.
    private Mono<Long> removeOthers(Instant limit, int atMost) {
        return Retention.ofRows(database, table + "_other", keep, time + " < :limit")
                .remove(limit, atMost);
    }
}
