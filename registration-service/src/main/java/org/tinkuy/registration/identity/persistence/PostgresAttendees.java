package org.tinkuy.registration.identity.persistence;

import static org.tinkuy.registration.identity.persistence.Columns.optional;
import static org.tinkuy.registration.identity.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.EraseUnconfirmed;
import org.tinkuy.registration.identity.IdentityEvent.AttendeeErased;
import org.tinkuy.registration.identity.IdentityEvent.AttendeeRecorded;
import org.tinkuy.registration.identity.IdentityEvents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresAttendees implements Attendees {

    /// Rows are locked in the order of addresses, so that two batches cannot wait for each other.
    /// Who was not heard of for a while is noted again, although nothing changed: an erasure waits
    /// for the row and then leaves it.
    private static final String INTRODUCE =
            """
            with changed as (
                insert into attendees as known
                    (id, address, name, language, time_zone, version, recorded_at)
                select id, address, name, language, time_zone, 1, :now
                from unnest(:ids::uuid[], :addresses::text[], :names::text[], :languages::text[],
                    :timeZones::text[]) as said (id, address, name, language, time_zone)
                order by address
                on conflict (address) do update set
                    name = excluded.name,
                    language = excluded.language,
                    time_zone = coalesce(excluded.time_zone, known.time_zone),
                    version = known.version + 1,
                    recorded_at = excluded.recorded_at
                where known.confirmed_at is null
                    and ((known.name, known.language, known.time_zone) is distinct from
                            (excluded.name, excluded.language,
                                coalesce(excluded.time_zone, known.time_zone))
                        or known.recorded_at < :silentSince)
                returning *)
            select changed.*, true as changed from changed
            union all
            select same.*, false from attendees same
            where same.address = any(:addresses)
                and same.address not in (select address from changed)
            """;

    /// What a row was introduced to: whoever was changed is to be recorded.
    private record Known(Attendee attendee, boolean changed) {

        static Known of(Readable row) {
            return new Known(
                    PostgresAttendees.attendee(row), required(row, "changed", Boolean.class));
        }

        boolean isNew() {
            return changed && attendee.version() == 1;
        }
    }

    private static final String ERASE_UNCONFIRMED =
            """
            delete from attendees where id = any(array(
                select id from attendees
                where confirmed_at is null and recorded_at < :limit
                limit :atMost for update skip locked))
            returning id, version
            """;

    private static final String CONFIRM =
            """
            insert into attendees as known
                (id, address, name, language, time_zone, confirmed_at, version, recorded_at)
            values (:id, :address, '', :language, :timeZone, :now, 1, :now)
            on conflict (address) do update set
                language = excluded.language,
                time_zone = coalesce(excluded.time_zone, known.time_zone),
                confirmed_at = coalesce(known.confirmed_at, excluded.confirmed_at),
                version = known.version + 1,
                recorded_at = excluded.recorded_at
            where known.confirmed_at is null
                or (known.language, known.time_zone) is distinct from
                    (excluded.language, coalesce(excluded.time_zone, known.time_zone))
            returning *
            """;

    private static final String RENAME =
            """
            update attendees set name = :name, version = version + 1, recorded_at = :now
            where id = :id and name <> :name
            returning *
            """;

    private final DatabaseClient database;
    private final IdentityEvents events;
    private final TransactionalOperator transaction;

    PostgresAttendees(
            DatabaseClient database, IdentityEvents events, TransactionalOperator transaction) {
        this.database = database;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public Mono<Map<EmailAddress, Introduced>> introduce(
            Collection<Introduction> introductions, Instant now) {
        if (introductions.isEmpty()) {
            return Mono.just(Map.of());
        }
        var said = new LinkedHashMap<EmailAddress, Introduction>();
        introductions.forEach(one -> said.put(one.address(), one));
        return transaction.transactional(
                insert(said, now)
                        .flatMap(known ->
                                record(changed(known), now)
                                        .then(andUnseen(said.keySet(), introduced(known)))));
    }

    private static Flux<Attendee> changed(List<Known> known) {
        return Flux.fromIterable(known).filter(Known::changed).map(Known::attendee);
    }

    private static Map<EmailAddress, Introduced> introduced(List<Known> known) {
        var introduced = new HashMap<EmailAddress, Introduced>();
        known.forEach(it ->
                introduced.put(it.attendee().address(), new Introduced(it.attendee(), it.isNew())));
        return introduced;
    }

    /// Whom another transaction introduced in the same words, while the statement ran, it did not
    /// see.
    private Mono<Map<EmailAddress, Introduced>> andUnseen(
            Set<EmailAddress> all, Map<EmailAddress, Introduced> introduced) {
        var unseen = new HashSet<>(all);
        unseen.removeAll(introduced.keySet());
        return unseen.isEmpty()
                ? Mono.just(introduced)
                : findByAddress(column(unseen, EmailAddress::value))
                        .doOnNext(it -> introduced.put(it.address(), new Introduced(it, false)))
                        .then(Mono.just(introduced));
    }

    @Override
    public Mono<Attendee> confirm(
            EmailAddress address, String language, @Nullable ZoneId timeZone, Instant now) {
        var changed =
                database.sql(CONFIRM)
                        .bind("id", TimeOrderedId.at(now))
                        .bind("address", address.value())
                        .bind("language", language)
                        .bind(
                                "timeZone",
                                optional(timeZone == null ? null : timeZone.getId(), String.class))
                        .bind("now", now)
                        .map(PostgresAttendees::attendee)
                        .all();
        return transaction.transactional(
                record(changed, now)
                        .thenMany(findByAddress(new String[] {address.value()}))
                        .single());
    }

    @Override
    public Mono<Attendee> rename(AttendeeId id, String name, Instant now) {
        var changed =
                database.sql(RENAME)
                        .bind("id", id.value())
                        .bind("name", name)
                        .bind("now", now)
                        .map(PostgresAttendees::attendee)
                        .all();
        return transaction.transactional(record(changed, now).then(find(id)));
    }

    @Override
    public Mono<Long> eraseUnconfirmed(Instant limit, int atMost, Instant now) {
        return database.sql(ERASE_UNCONFIRMED)
                .bind("limit", limit)
                .bind("atMost", atMost)
                .map(row ->
                        new AttendeeErased(
                                new AttendeeId(required(row, "id", UUID.class)),
                                required(row, "version", Long.class) + 1,
                                now))
                .all()
                .collectList()
                .flatMap(erased -> events.append(erased).thenReturn((long) erased.size()))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Attendee> find(AttendeeId id) {
        return findAll(List.of(id)).singleOrEmpty();
    }

    @Override
    public Flux<Attendee> findAll(List<AttendeeId> ids) {
        return database.sql("select * from attendees where id = any(:ids)")
                .bind("ids", ids.stream().map(AttendeeId::value).toArray(UUID[]::new))
                .map(PostgresAttendees::attendee)
                .all();
    }

    @Override
    public Flux<AttendeeRecorded> currentStates() {
        return database.sql("select * from attendees order by id")
                .map(row ->
                        new AttendeeRecorded(
                                attendee(row), required(row, "recorded_at", Instant.class)))
                .all();
    }

    private Mono<List<Known>> insert(Map<EmailAddress, Introduction> byAddress, Instant now) {
        var said = byAddress.values();
        return database.sql(INTRODUCE)
                .bind("ids", said.stream().map(_ -> TimeOrderedId.at(now)).toArray(UUID[]::new))
                .bind("addresses", column(byAddress.keySet(), EmailAddress::value))
                .bind("names", column(said, Introduction::name))
                .bind("languages", column(said, Introduction::language))
                .bind("timeZones", column(said, PostgresAttendees::timeZone))
                .bind("now", now)
                .bind("silentSince", now.minus(EraseUnconfirmed.NOTED_AGAIN_AFTER))
                .map(Known::of)
                .all()
                .collectList();
    }

    private Mono<Void> record(Flux<Attendee> changed, Instant now) {
        return changed.map(attendee -> new AttendeeRecorded(attendee, now))
                .collectList()
                .flatMap(events::append);
    }

    private Flux<Attendee> findByAddress(String[] addresses) {
        return database.sql("select * from attendees where address = any(:addresses)")
                .bind("addresses", addresses)
                .map(PostgresAttendees::attendee)
                .all();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String timeZone(Introduction introduction) {
        return introduction.timeZone() == null ? null : introduction.timeZone().getId();
    }

    private static Attendee attendee(Readable row) {
        var timeZone = row.get("time_zone", String.class);
        return new Attendee(
                new AttendeeId(required(row, "id", UUID.class)),
                new EmailAddress(required(row, "address", String.class)),
                required(row, "name", String.class),
                required(row, "language", String.class),
                timeZone == null ? null : ZoneId.of(timeZone),
                row.get("confirmed_at", Instant.class),
                required(row, "version", Long.class));
    }
}
