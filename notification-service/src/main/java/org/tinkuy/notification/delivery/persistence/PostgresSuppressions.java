package org.tinkuy.notification.delivery.persistence;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
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
    public Mono<Set<String>> among(Collection<String> addresses) {
        return database.sql("select address from suppressions where address = any(:addresses)")
                .bind("addresses", addresses.toArray(String[]::new))
                .map(row -> Columns.need(row, "address", String.class))
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
                        insert into suppressions (address, reason, since)
                        select * from unnest(
                            cast(:addresses as text[]), cast(:reasons as text[]),
                            cast(cast(:times as text[]) as timestamptz[]))
                        on conflict (address) do nothing
                        """)
                .bind("addresses", refusals.stream().map(Refusal::address).toArray(String[]::new))
                .bind("reasons", refusals.stream().map(Refusal::reason).toArray(String[]::new))
                .bind(
                        "times",
                        refusals.stream().map(one -> one.at().toString()).toArray(String[]::new))
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
}
