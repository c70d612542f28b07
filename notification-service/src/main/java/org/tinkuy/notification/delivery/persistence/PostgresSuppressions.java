package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.NotedRefusals.Noted;
import org.tinkuy.notification.delivery.Suppressions;
import reactor.core.publisher.Mono;

@Repository
class PostgresSuppressions implements Suppressions {

    private static final String PROVEN =
            """
             unnest(
                cast(:addresses as text[]),
                cast(cast(:times as text[]) as timestamptz[])) as p (address, at)
            """;

    private final DatabaseClient database;

    PostgresSuppressions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<String>> all() {
        return addresses(database.sql("select address from suppressions"));
    }

    @Override
    public Mono<Set<String>> among(Collection<String> addresses) {
        return addresses(
                database.sql("select address from suppressions where address = any(:addresses)")
                        .bind("addresses", addresses.toArray(String[]::new)));
    }

    @Override
    public Mono<Set<String>> hold(Collection<String> addresses) {
        return addresses(
                database.sql(
                                """
                                select address from suppressions where address = any(:addresses)
                                order by address for key share
                                """)
                        .bind("addresses", addresses.toArray(String[]::new)));
    }

    private static Mono<Set<String>> addresses(GenericExecuteSpec query) {
        return query.map(row -> Columns.need(row, "address", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Void> add(Collection<Noted> refusals) {
        if (refusals.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into suppressions (address, reason, since, confirmed)
                        select * from unnest(
                            cast(:addresses as text[]), cast(:reasons as text[]),
                            cast(cast(:times as text[]) as timestamptz[]),
                            cast(:confirmed as boolean[]))
                        on conflict (address) do nothing
                        """)
                .bind(
                        "addresses",
                        Rows.column(refusals, it -> it.latest().address(), String[]::new))
                .bind("reasons", Rows.column(refusals, it -> it.latest().reason(), String[]::new))
                .bind(
                        "times",
                        Rows.column(refusals, it -> it.latest().at().toString(), String[]::new))
                .bind("confirmed", Rows.column(refusals, Noted::confirmed, Boolean[]::new))
                .then();
    }

    /// As with [#liftProven].
    @Override
    public Mono<Void> lift(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Mono.empty();
        }
        var these = addresses.toArray(String[]::new);
        return database.sql("delete from refusals where address = any(:addresses)")
                .bind("addresses", these)
                .then()
                .then(
                        database.sql("delete from suppressions where address = any(:addresses)")
                                .bind("addresses", these)
                                .then());
    }

    /// What is noted goes first: whoever judges it holds its row, and may suppress the address.
    @Override
    public Mono<Set<String>> liftProven(Map<String, Instant> provenAt) {
        if (provenAt.isEmpty()) {
            return Mono.just(Set.of());
        }
        return bound(
                        "delete from refusals r using"
                                + PROVEN
                                + " where r.address = p.address and r.at <= p.at",
                        provenAt)
                .then()
                .then(
                        addresses(
                                bound(
                                        "delete from suppressions s using"
                                                + PROVEN
                                                + """
                                                 where s.address = p.address and s.since <= p.at
                                                returning s.address
                                                """,
                                        provenAt)));
    }

    private GenericExecuteSpec bound(String sql, Map<String, Instant> provenAt) {
        var proven = List.copyOf(provenAt.entrySet());
        return database.sql(sql)
                .bind("addresses", Rows.column(proven, Map.Entry::getKey, String[]::new))
                .bind("times", Rows.column(proven, it -> it.getValue().toString(), String[]::new));
    }
}
