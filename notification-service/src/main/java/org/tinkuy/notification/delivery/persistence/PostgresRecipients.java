package org.tinkuy.notification.delivery.persistence;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.delivery.Addressee;
import org.tinkuy.notification.delivery.Language;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.Recipients;
import reactor.core.publisher.Mono;

@Repository
class PostgresRecipients implements Recipients {

    private final DatabaseClient database;

    PostgresRecipients(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> save(RecipientId id, Addressee recipient) {
        return database.sql(
                        """
                        insert into recipient (id, address, name, language, time_zone)
                        values (:id, :address, :name, :language, :time_zone)
                        on conflict (id) do update set
                            address = excluded.address,
                            name = excluded.name,
                            language = excluded.language,
                            time_zone = excluded.time_zone,
                            erased = false
                        """)
                .bind("id", id.value())
                .bind("address", recipient.address())
                .bind("name", Rows.nullable(String.class, recipient.name()))
                .bind("language", recipient.language().tag())
                .bind("time_zone", Rows.zone(recipient.timeZone()))
                .then();
    }

    @Override
    public Mono<Map<RecipientId, Addressee>> addressees(Collection<RecipientId> ids) {
        return database.sql("select * from recipient where id = any(:ids) and not erased")
                .bind("ids", ids.stream().map(RecipientId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new RecipientId(Rows.need(row, "id", UUID.class)), addressee(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Addressee addressee(Readable row) {
        return new Addressee(
                Rows.need(row, "address", String.class),
                row.get("name", String.class),
                Language.of(Rows.need(row, "language", String.class)),
                Rows.zone(row, "time_zone"));
    }

    @Override
    public Mono<Void> erase(RecipientId id) {
        return database.sql(
                        """
                        with lifted as (
                            delete from suppression s using recipient r
                            where r.id = :id and s.address = r.address)
                        insert into recipient (id, erased) values (:id, true)
                        on conflict (id) do update set
                            address = null, name = null, language = null, time_zone = null,
                            erased = true
                        """)
                .bind("id", id.value())
                .then();
    }
}
