package org.tinkuy.registration.identity.persistence;

import static org.tinkuy.registration.identity.persistence.Columns.optional;
import static org.tinkuy.registration.identity.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.EraseUnconfirmed;
import org.tinkuy.registration.identity.IdentityEvent.AttendeeErased;
import org.tinkuy.registration.identity.IdentityEvent.AttendeeRecorded;
import org.tinkuy.registration.identity.IdentityEvents;
import org.tinkuy.registration.identity.PersonKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresAttendees implements Attendees {

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
    public Mono<Map<PersonKey, Introduced>> introduce(
            Collection<Introduction> introductions, Instant now) {
        if (introductions.isEmpty()) {
            return Mono.just(Map.of());
        }
        var said = new LinkedHashMap<PersonKey, Introduction>();
        introductions.forEach(one -> said.put(PersonKey.of(one.address(), one.name()), one));
        return transaction.transactional(
                insert(said, now).flatMap(known -> andUnseen(said.keySet(), introduced(known))));
    }

    private static Map<PersonKey, Introduced> introduced(List<Known> known) {
        var introduced = new HashMap<PersonKey, Introduced>();
        known.forEach(it ->
                introduced.put(it.attendee().key(), new Introduced(it.attendee(), it.isNew())));
        return introduced;
    }

    /// Whom another transaction introduced in the same words, while the statement ran, it did not
    /// see.
    private Mono<Map<PersonKey, Introduced>> andUnseen(
            Set<PersonKey> all, Map<PersonKey, Introduced> introduced) {
        var unseen = new HashSet<>(all);
        unseen.removeAll(introduced.keySet());
        return unseen.isEmpty()
                ? Mono.just(introduced)
                : findByKeys(unseen)
                        .doOnNext(it -> introduced.put(it.key(), new Introduced(it, false)))
                        .then(Mono.just(introduced));
    }

    @Override
    public Mono<Attendee> confirm(Proof proof, Instant now) {
        var name = proof.name() == null ? nameOf(proof.address()) : Mono.just(proof.name());
        return transaction.transactional(
                lock(proof.address()).then(name).flatMap(it -> confirm(it, proof, now, now)));
    }

    /// A moment later than who adds: they stay the first one of the address.
    @Override
    public Mono<Attendee> add(Attendee proven, String name, Instant now) {
        var confirmedAt = Objects.requireNonNull(proven.confirmedAt()).plus(1, ChronoUnit.MICROS);
        var proof = new Proof(proven.address(), name, proven.language(), proven.timeZone());
        return transaction.transactional(
                lock(proven.address()).then(confirm(name, proof, confirmedAt, now)));
    }

    /// Counting the people of an address and adding one more is one act.
    private Mono<Void> lock(EmailAddress address) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .bind("address", address.value())
                .then();
    }

    private Mono<String> nameOf(EmailAddress address) {
        return database.sql(AttendeeStatements.NAME_OF_ADDRESS)
                .bind("address", address.value())
                .map(row -> required(row, "name", String.class))
                .one()
                .defaultIfEmpty("");
    }

    private Mono<Attendee> confirm(String name, Proof proof, Instant confirmedAt, Instant now) {
        var key = PersonKey.of(proof.address(), name);
        var changed =
                database.sql(AttendeeStatements.CONFIRM)
                        .bind("id", TimeOrderedId.at(now))
                        .bind("address", key.address().value())
                        .bind("nameKey", key.name())
                        .bind("name", name)
                        .bind("language", proof.language())
                        .bind("timeZone", optional(id(proof.timeZone()), String.class))
                        .bind("confirmedAt", confirmedAt)
                        .bind("most", PEOPLE_OF_AN_ADDRESS)
                        .bind("now", now)
                        .map(PostgresAttendees::attendee)
                        .all();
        return record(changed, now)
                .thenMany(findByKeys(Set.of(key)))
                .filter(Attendee::isConfirmed)
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(PostgresAttendees::tooManyPeople));
    }

    private static InvalidInput tooManyPeople() {
        return new InvalidInput(
                List.of(
                        new FieldError(
                                "name",
                                "too-many-people",
                                "At most " + PEOPLE_OF_AN_ADDRESS + " share an address.")));
    }

    @Override
    public Mono<Attendee> change(AttendeeId id, Change change, Instant now) {
        return transaction
                .transactional(
                        find(id).flatMap(attendee ->
                                makeWay(attendee, change.name())
                                        .then(record(change(attendee, change, now), now))
                                        .then(find(id))))
                .onErrorMap(DuplicateKeyException.class, _ -> nameOfAnother());
    }

    private static InvalidInput nameOfAnother() {
        return new InvalidInput(
                List.of(
                        new FieldError(
                                "name",
                                "name-of-another",
                                "Somebody else with your address has it.")));
    }

    private Mono<Void> makeWay(Attendee attendee, @Nullable String name) {
        return name == null
                ? Mono.empty()
                : database.sql(AttendeeStatements.MAKE_WAY)
                        .bind("id", attendee.id().value())
                        .bind("nameKey", PersonKey.of(attendee.address(), name).name())
                        .then();
    }

    private Flux<Attendee> change(Attendee attendee, Change change, Instant now) {
        var name = change.name();
        var key = name == null ? null : PersonKey.of(attendee.address(), name).name();
        return database.sql(AttendeeStatements.CHANGE)
                .bind("id", attendee.id().value())
                .bind("name", optional(name, String.class))
                .bind("nameKey", optional(key, String.class))
                .bind("language", optional(change.language(), String.class))
                .bind("timeZone", optional(id(change.timeZone()), String.class))
                .bind("now", now)
                .map(PostgresAttendees::attendee)
                .all();
    }

    @Override
    public Mono<Long> eraseUnconfirmed(Instant limit, int atMost, Instant now) {
        return database.sql(AttendeeStatements.ERASE_UNCONFIRMED)
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
    public Mono<Attendee> find(PersonKey key) {
        return findByKeys(Set.of(key)).singleOrEmpty();
    }

    @Override
    public Flux<Attendee> findAll(List<AttendeeId> ids) {
        return database.sql("select * from attendees where id = any(:ids)")
                .bind("ids", ids.stream().map(AttendeeId::value).toArray(UUID[]::new))
                .map(PostgresAttendees::attendee)
                .all();
    }

    @Override
    public Flux<Attendee> sharingAddress(AttendeeId id) {
        return database.sql(
                        """
                        select other.* from attendees self
                        join attendees other using (address)
                        where self.id = :id
                        order by other.confirmed_at, other.id
                        """)
                .bind("id", id.value())
                .map(PostgresAttendees::attendee)
                .all();
    }

    @Override
    public Flux<AttendeeRecorded> currentStates() {
        return database.sql("select * from attendees where confirmed_at is not null order by id")
                .map(row ->
                        new AttendeeRecorded(
                                attendee(row), required(row, "recorded_at", Instant.class)))
                .all();
    }

    private Mono<List<Known>> insert(Map<PersonKey, Introduction> byKey, Instant now) {
        var said = byKey.values();
        return database.sql(AttendeeStatements.INTRODUCE)
                .bind("ids", said.stream().map(_ -> TimeOrderedId.at(now)).toArray(UUID[]::new))
                .bind("addresses", column(byKey.keySet(), key -> key.address().value()))
                .bind("nameKeys", column(byKey.keySet(), PersonKey::name))
                .bind("names", column(said, Introduction::name))
                .bind("languages", column(said, Introduction::language))
                .bind("timeZones", column(said, it -> id(it.timeZone())))
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

    private Flux<Attendee> findByKeys(Set<PersonKey> keys) {
        return database.sql(
                        """
                        select attendees.* from attendees
                        join unnest(:addresses::text[], :nameKeys::text[])
                            as wanted (address, name_key) using (address, name_key)
                        """)
                .bind("addresses", column(keys, key -> key.address().value()))
                .bind("nameKeys", column(keys, PersonKey::name))
                .map(PostgresAttendees::attendee)
                .all();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String id(@Nullable ZoneId timeZone) {
        return timeZone == null ? null : timeZone.getId();
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
                row.get("preferences_set_at", Instant.class),
                required(row, "version", Long.class));
    }
}
