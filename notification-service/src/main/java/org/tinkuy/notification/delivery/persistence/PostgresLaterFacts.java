package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.LaterFacts;
import reactor.core.publisher.Mono;

@Repository
class PostgresLaterFacts implements LaterFacts {

    private final DatabaseClient database;

    PostgresLaterFacts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(List<LaterFact> facts) {
        if (facts.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into later_facts (delivery_id, at, fact, detail)
                        select * from unnest(
                            cast(:deliveries as uuid[]),
                            cast(cast(:times as text[]) as timestamptz[]),
                            cast(:facts as text[]), cast(:details as text[]))
                        """)
                .bind("deliveries", Rows.column(facts, it -> it.delivery().value(), UUID[]::new))
                .bind("times", Rows.column(facts, it -> it.at().toString(), String[]::new))
                .bind("facts", Rows.column(facts, it -> it.what().label(), String[]::new))
                .bind("details", Rows.column(facts, LaterFact::detail, String[]::new))
                .then();
    }

    @Override
    public Mono<Map<UUID, List<LaterFact>>> of(Collection<UUID> deliveries) {
        return database.sql(
                        """
                        select delivery_id, at, fact, detail from later_facts
                        where delivery_id = any(:deliveries) order by at
                        """)
                .bind("deliveries", deliveries.toArray(UUID[]::new))
                .map(PostgresLaterFacts::fact)
                .all()
                .collect(Collectors.groupingBy(fact -> fact.delivery().value()));
    }

    private static LaterFact fact(Readable row) {
        var label = Columns.need(row, "fact", String.class);
        return new LaterFact(
                new DeliveryId(Columns.need(row, "delivery_id", UUID.class)),
                Arrays.stream(What.values())
                        .filter(what -> what.label().equals(label))
                        .findFirst()
                        .orElseThrow(),
                Columns.need(row, "at", Instant.class),
                row.get("detail", String.class));
    }
}
