package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.NotedRefusals;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresNotedRefusals implements NotedRefusals {

    /// Among so many answers there are enough of different people.
    private static final int ANSWERS_EACH_SIDE = 20;

    /// One half of what others were answered; to be read with a direction.
    private static final String TO_OTHERS =
            """
            (select d.recipient_id, d.state = 'sent' as taken, d.ended_at
             from ended_deliveries d
             where d.recipient_id <> q.recipient
               and (d.state = 'sent' or d.cause in ('refused', 'address-refused'))
            """;

    private final DatabaseClient database;

    PostgresNotedRefusals(DatabaseClient database) {
        this.database = database;
    }

    /// In order, so that two who note the same wait for each other and never both.
    @Override
    public Mono<Void> note(Collection<Refusal> refusals, Set<String> confirmed) {
        if (refusals.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into refusals (address, recipient_id, reason, first_at, at, confirmed)
                        select address, recipient, reason, at, at, address = any(:confirmed)
                        from unnest(
                            cast(:addresses as text[]), cast(:recipients as uuid[]),
                            cast(:reasons as text[]),
                            cast(cast(:times as text[]) as timestamptz[]))
                            as r (address, recipient, reason, at)
                        order by address
                        on conflict (address) do update set
                            recipient_id = excluded.recipient_id,
                            reason = excluded.reason,
                            at = excluded.at,
                            confirmed = excluded.confirmed,
                            judged = false
                        """)
                .bind("addresses", Rows.column(refusals, Refusal::address, String[]::new))
                .bind(
                        "recipients",
                        Rows.column(refusals, it -> it.recipient().value(), UUID[]::new))
                .bind("reasons", Rows.column(refusals, Refusal::reason, String[]::new))
                .bind("times", Rows.column(refusals, it -> it.at().toString(), String[]::new))
                .bind("confirmed", confirmed.toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Void> forget(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        with known as materialized (
                            select address from refusals where address = any(:addresses)
                            order by address for update)
                        delete from refusals r using known where r.address = known.address
                        """)
                .bind("addresses", addresses.toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<List<Noted>> unjudged(Instant until, int limit) {
        return database.sql(
                        """
                        select address, recipient_id, reason, first_at, at, confirmed from refusals
                        where not judged and at <= :until
                        order by at limit :limit
                        for update skip locked
                        """)
                .bind("until", until)
                .bind("limit", limit)
                .map(PostgresNotedRefusals::noted)
                .all()
                .collectList();
    }

    private static Noted noted(Readable row) {
        return new Noted(
                new Refusal(
                        Columns.need(row, "address", String.class),
                        recipient(row),
                        Columns.need(row, "reason", String.class),
                        Columns.need(row, "at", Instant.class)),
                Columns.need(row, "first_at", Instant.class),
                Columns.need(row, "confirmed", Boolean.class));
    }

    private static RecipientId recipient(Readable row) {
        return new RecipientId(Columns.need(row, "recipient_id", UUID.class));
    }

    @Override
    public Mono<Void> leaveOpen(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("update refusals set judged = true where address = any(:addresses)")
                .bind("addresses", addresses.toArray(String[]::new))
                .then();
    }

    @Override
    public Flux<Answer> answersToOthers(Collection<Question> questions) {
        return database.sql(
                        "select q.address, other.* from unnest("
                                + """
                                cast(:addresses as text[]), cast(:recipients as uuid[]),
                                cast(cast(:times as text[]) as timestamptz[]),
                                cast(cast(:froms as text[]) as timestamptz[]),
                                cast(cast(:untils as text[]) as timestamptz[]))
                                as q (address, recipient, at, beginning, ending)
                                cross join lateral (
                                """
                                + TO_OTHERS
                                + """
                                 and d.ended_at between q.beginning and q.at
                                 order by d.ended_at desc limit :each)
                                union all
                                """
                                + TO_OTHERS
                                + """
                                 and d.ended_at > q.at and d.ended_at <= q.ending
                                 order by d.ended_at limit :each)) other
                                """)
                .bind(
                        "addresses",
                        Rows.column(questions, it -> it.refusal().address(), String[]::new))
                .bind(
                        "recipients",
                        Rows.column(questions, it -> it.refusal().recipient().value(), UUID[]::new))
                .bind(
                        "times",
                        Rows.column(questions, it -> it.refusal().at().toString(), String[]::new))
                .bind("froms", Rows.column(questions, it -> it.from().toString(), String[]::new))
                .bind("untils", Rows.column(questions, it -> it.until().toString(), String[]::new))
                .bind("each", ANSWERS_EACH_SIDE)
                .map(row ->
                        new Answer(
                                Columns.need(row, "address", String.class),
                                recipient(row),
                                Columns.need(row, "taken", Boolean.class),
                                Columns.need(row, "ended_at", Instant.class)))
                .all();
    }
}
