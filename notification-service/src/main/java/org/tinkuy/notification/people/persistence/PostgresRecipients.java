package org.tinkuy.notification.people.persistence;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import reactor.core.publisher.Mono;

@Repository
class PostgresRecipients implements Recipients {

    private final DatabaseClient database;

    PostgresRecipients(DatabaseClient database) {
        this.database = database;
    }

    /// Rows are taken in one order by everybody.
    @Override
    public Mono<Set<RecipientId>> save(Map<RecipientId, Recorded> recipients) {
        if (recipients.isEmpty()) {
            return Mono.just(Set.of());
        }
        var ids = List.copyOf(recipients.keySet());
        var recorded = ids.stream().map(id -> Objects.requireNonNull(recipients.get(id))).toList();
        var people = recorded.stream().map(Recorded::addressee).toList();
        return database.sql(
                        """
                        insert into recipients (id, address, name, language, time_zone,
                            preferences_set_at)
                        select * from unnest(
                            cast(:ids as uuid[]), cast(:addresses as text[]),
                            cast(:names as text[]), cast(:languages as text[]),
                            cast(:time_zones as text[]),
                            cast(cast(:set_at as text[]) as timestamptz[]))
                            as recorded (id, address, name, language, time_zone,
                                preferences_set_at)
                        order by id
                        on conflict (id) do update set
                            address = excluded.address,
                            name = excluded.name,
                            language = excluded.language,
                            time_zone = excluded.time_zone,
                            preferences_set_at = excluded.preferences_set_at,
                            erased = false
                        returning id,
                            (new.preferences_set_at is not null
                                and new.preferences_set_at
                                    is distinct from old.preferences_set_at)
                            or (old.language is not null
                                and (old.language, old.time_zone)
                                    is distinct from (new.language, new.time_zone)) as changed
                        """)
                .bind("ids", Columns.array(ids, RecipientId::value, UUID[]::new))
                .bind("addresses", Columns.array(people, Addressee::address, String[]::new))
                .bind("names", Columns.array(people, Addressee::name, String[]::new))
                .bind("languages", Columns.array(people, it -> it.language().tag(), String[]::new))
                .bind(
                        "time_zones",
                        Columns.array(people, it -> Columns.text(it.timeZone()), String[]::new))
                .bind(
                        "set_at",
                        Columns.array(
                                recorded, it -> Columns.text(it.preferencesSetAt()), String[]::new))
                .map(row ->
                        Map.entry(
                                new RecipientId(Columns.need(row, "id", UUID.class)),
                                Columns.need(row, "changed", Boolean.class)))
                .all()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Map<RecipientId, Addressee>> addressees(Collection<RecipientId> ids) {
        return database.sql("select * from recipients where id = any(:ids) and not erased")
                .bind("ids", ids.stream().map(RecipientId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new RecipientId(Columns.need(row, "id", UUID.class)),
                                addressee(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Addressee addressee(Readable row) {
        return new Addressee(
                Columns.need(row, "address", String.class),
                row.get("name", String.class),
                Language.orSpanish(Columns.need(row, "language", String.class)),
                Columns.zone(row, "time_zone"));
    }

    @Override
    public Mono<String> erase(RecipientId id) {
        return database.sql(
                        """
                        insert into recipients (id, erased) values (:id, true)
                        on conflict (id) do update set
                            address = null, name = null, language = null, time_zone = null,
                            preferences_set_at = null, erased = true
                        returning old.address
                        """)
                .bind("id", id.value())
                .map(row -> Optional.ofNullable(row.get("address", String.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// Where several people share one, any of them.
    @Override
    public Mono<Map<String, String>> names(Collection<String> addresses) {
        return database.sql(
                        """
                        select distinct on (address) address, name from recipients
                        where address = any(:addresses)
                        """)
                .bind("addresses", addresses.toArray(String[]::new))
                .map(row ->
                        Map.entry(
                                Columns.need(row, "address", String.class),
                                Objects.requireNonNullElse(row.get("name", String.class), "")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Set<RecipientId>> withAddresses(Collection<String> addresses) {
        return database.sql("select id from recipients where address = any(:addresses)")
                .bind("addresses", addresses.toArray(String[]::new))
                .map(row -> new RecipientId(Columns.need(row, "id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Set<RecipientId>> erased(Collection<RecipientId> ids) {
        return database.sql("select id from recipients where id = any(:ids) and erased")
                .bind("ids", Columns.array(ids, RecipientId::value, UUID[]::new))
                .map(row -> new RecipientId(Columns.need(row, "id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }
}
