package org.tinkuy.notification.delivery.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Suppressions;
import reactor.core.publisher.Mono;

@Repository
class PostgresSuppressions implements Suppressions {

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
    public Mono<Void> add(Collection<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into suppressions (address, reason, since, about)
                        select * from unnest(
                            cast(:addresses as text[]), cast(:reasons as text[]),
                            cast(cast(:times as text[]) as timestamptz[]),
                            cast(:abouts as uuid[]))
                        on conflict (address) do nothing
                        """)
                .bind("addresses", refusals.stream().map(Refusal::address).toArray(String[]::new))
                .bind("reasons", refusals.stream().map(Refusal::reason).toArray(String[]::new))
                .bind(
                        "times",
                        refusals.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .bind("abouts", Rows.column(refusals, Refusal::about, UUID[]::new))
                .then();
    }

    @Override
    public Mono<Void> lift(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("delete from suppressions where address = any(:addresses)")
                .bind("addresses", addresses.toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<Set<String>> liftProven(Map<String, Instant> provenAt) {
        if (provenAt.isEmpty()) {
            return Mono.just(Set.of());
        }
        var proven = List.copyOf(provenAt.entrySet());
        return addresses(
                database.sql(
                                """
                                delete from suppressions s using unnest(
                                    cast(:addresses as text[]),
                                    cast(cast(:times as text[]) as timestamptz[])) as p (address, at)
                                where s.address = p.address and s.since <= p.at
                                returning s.address
                                """)
                        .bind("addresses", Rows.column(proven, Map.Entry::getKey, String[]::new))
                        .bind(
                                "times",
                                Rows.column(
                                        proven, it -> it.getValue().toString(), String[]::new)));
    }

    @Override
    public Mono<Void> liftAbout(UUID about, Instant since) {
        return database.sql("delete from suppressions where about = :about and since >= :since")
                .bind("about", about)
                .bind("since", since)
                .then();
    }
}
