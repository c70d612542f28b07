package org.tinkuy.notification.people.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.Standing;
import reactor.core.publisher.Mono;

@Repository
class PostgresRegistrations implements Registrations {

    private final DatabaseClient database;

    PostgresRegistrations(DatabaseClient database) {
        this.database = database;
    }

    /// Rows are taken in one order by everybody.
    @Override
    public Mono<Set<RegistrationId>> note(Collection<RegistrationChange> changes, Instant now) {
        var byId =
                changes.stream()
                        .collect(Collectors.toMap(RegistrationChange::id, Function.identity()));
        return database.sql(
                        """
                        insert into registrations as r (id, status, session_id, programme_id,
                            recipient_id, decided_at, held_since, known_since, revision)
                        select id, status, session, programme, recipient, decided_at,
                            decided_at, :now, revision
                        from unnest(
                            cast(:ids as uuid[]), cast(:statuses as text[]),
                            cast(:sessions as uuid[]), cast(:programmes as uuid[]),
                            cast(:recipients as uuid[]),
                            cast(cast(:decided_at as text[]) as timestamptz[]),
                            cast(:revisions as int[]))
                            as said (id, status, session, programme, recipient, decided_at,
                                revision)
                        order by id
                        on conflict (id) do update set
                            status = excluded.status,
                            session_id = excluded.session_id,
                            programme_id = excluded.programme_id,
                            recipient_id = excluded.recipient_id,
                            decided_at = excluded.decided_at,
                            held_since =
                                case when r.status in ('confirmed', 'waitlisted')
                                        and excluded.status <> 'cancelled'
                                    then coalesce(r.held_since, r.decided_at)
                                    else excluded.held_since end,
                            known_since =
                                case when r.status = excluded.status
                                        and r.decided_at is not distinct from excluded.decided_at
                                    then r.known_since else excluded.known_since end,
                            revision = r.revision + case
                                when r.status = 'confirmed' and excluded.status = 'cancelled'
                                then 1
                                when r.status = 'cancelled' and excluded.status <> 'cancelled'
                                    and r.revision > 0
                                then 1 else 0 end
                        returning r.id, old.status as status_before,
                            old.decided_at as decided_before, r.status, r.decided_at
                        """)
                .bind("ids", Columns.array(changes, it -> it.id().value(), UUID[]::new))
                .bind("statuses", Columns.array(changes, it -> status(it.what()), String[]::new))
                .bind("sessions", Columns.array(changes, it -> it.session().value(), UUID[]::new))
                .bind(
                        "programmes",
                        Columns.array(changes, it -> it.programme().value(), UUID[]::new))
                .bind(
                        "recipients",
                        Columns.array(changes, it -> it.recipient().value(), UUID[]::new))
                .bind(
                        "decided_at",
                        Columns.array(
                                changes, it -> Columns.text(decidedAt(it.what())), String[]::new))
                .bind(
                        "revisions",
                        Columns.array(changes, it -> it.what().firstRevision(), Integer[]::new))
                .bind("now", now)
                .map(PostgresRegistrations::noted)
                .all()
                .filter(noted -> noted.isNews(Objects.requireNonNull(byId.get(noted.id()))))
                .map(Noted::id)
                .collect(Collectors.toSet());
    }

    private record Noted(RegistrationId id, @Nullable Standing before, Standing now) {

        boolean isNews(RegistrationChange change) {
            return now.isNewsAfter(before, change.what());
        }
    }

    private static Noted noted(Readable row) {
        var before = row.get("status_before", String.class);
        return new Noted(
                new RegistrationId(Columns.need(row, "id", UUID.class)),
                before == null
                        ? null
                        : new Standing(
                                Status.labelled(before), row.get("decided_before", Instant.class)),
                new Standing(
                        Status.labelled(Columns.need(row, "status", String.class)),
                        row.get("decided_at", Instant.class)));
    }

    private static @Nullable Instant decidedAt(RegistrationChange.What what) {
        return switch (what) {
            case RegistrationChange.What.Confirmed(var at) -> at;
            case RegistrationChange.What.Promoted(var at) -> at;
            case RegistrationChange.What.Waitlisted(var at, var _) -> at;
            case RegistrationChange.What.Cancelled _ -> null;
        };
    }

    private static String status(RegistrationChange.What what) {
        return switch (what) {
            case RegistrationChange.What.Confirmed _, RegistrationChange.What.Promoted _ ->
                    "confirmed";
            case RegistrationChange.What.Waitlisted _ -> "waitlisted";
            case RegistrationChange.What.Cancelled _ -> "cancelled";
        };
    }

    @Override
    public Mono<Map<RegistrationId, Current>> current(Collection<RegistrationId> registrations) {
        return database.sql(
                        """
                        select r.id, r.status, r.revision,
                            r.status = 'cancelled' and exists (
                                select 1 from recipients own
                                join recipients others on others.address = own.address
                                join registrations theirs on theirs.recipient_id = others.id
                                where own.id = r.recipient_id and others.id <> own.id
                                  and theirs.session_id = r.session_id
                                  and theirs.status = 'confirmed') as covered
                        from registrations r where r.id = any(:ids)
                        """)
                .bind("ids", registrations.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new RegistrationId(Columns.need(row, "id", UUID.class)),
                                new Current(
                                        Status.labelled(Columns.need(row, "status", String.class)),
                                        Columns.need(row, "revision", Integer.class),
                                        Columns.need(row, "covered", Boolean.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static final String SEAT =
            """
            select r.id, r.session_id, r.programme_id, r.recipient_id, r.status, r.decided_at,
                r.known_since, r.revision, p.id is not null as reachable
            from registrations r left join recipients p on p.id = r.recipient_id and not p.erased
            """;

    @Override
    public Mono<List<Seat>> page(
            SessionId session, Set<Status> statuses, @Nullable RegistrationId after, int limit) {
        return database.sql(
                        SEAT
                                + """
                                where r.session_id = :session and r.status = any(:statuses)
                                  and r.status in ('confirmed', 'waitlisted')
                                  and (cast(:after as uuid) is null or r.id > :after)
                                order by r.id
                                limit :limit
                                """)
                .bind("session", session.value())
                .bind("statuses", statuses.stream().map(Status::label).toArray(String[]::new))
                .bind("after", Columns.nullable(UUID.class, after == null ? null : after.value()))
                .bind("limit", limit)
                .map(PostgresRegistrations::seat)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Seat>> of(Collection<RecipientId> recipients, Collection<SessionId> sessions) {
        return database.sql(
                        SEAT
                                + """
                                where r.recipient_id = any(:recipients)
                                  and r.session_id = any(:sessions)
                                """)
                .bind(
                        "recipients",
                        recipients.stream().map(RecipientId::value).toArray(UUID[]::new))
                .bind("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .map(PostgresRegistrations::seat)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Seat>> of(Collection<RecipientId> recipients) {
        return database.sql(SEAT + " where r.recipient_id = any(:recipients)")
                .bind("recipients", Columns.array(recipients, RecipientId::value, UUID[]::new))
                .map(PostgresRegistrations::seat)
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> countConfirmed(
            SessionId session, @Nullable RegistrationId after, Instant before) {
        return database.sql(
                        """
                        select count(*) as people from registrations r
                        join recipients p on p.id = r.recipient_id and not p.erased
                        where r.session_id = :session and r.status = 'confirmed'
                          and (cast(:after as uuid) is null or r.id > :after)
                          and r.decided_at < :before
                        """)
                .bind("session", session.value())
                .bind("after", Columns.nullable(UUID.class, after == null ? null : after.value()))
                .bind("before", before)
                .map(row -> Columns.need(row, "people", Long.class))
                .one();
    }

    /// Of each session no more than a page is read, whatever number it has.
    @Override
    public Mono<List<RecipientId>> page(Holders holders, @Nullable RecipientId after, int limit) {
        return held(
                        """
                        select distinct r.recipient_id
                        from unnest(cast(:sessions as uuid[])) as s (id)
                        cross join lateral (
                            select distinct r.recipient_id from registrations r
                            join recipients p on p.id = r.recipient_id and not p.erased
                            where r.session_id = s.id
                              and (cast(:after as uuid) is null or r.recipient_id > :after)
                              and\
                        """
                                + HELD
                                + " order by r.recipient_id limit :limit) r"
                                + " order by r.recipient_id limit :limit",
                        holders)
                .bind("after", Columns.nullable(UUID.class, after == null ? null : after.value()))
                .bind("limit", limit)
                .map(row -> new RecipientId(Columns.need(row, "recipient_id", UUID.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<Long> count(Holders holders, Collection<String> except) {
        return held(
                        """
                        select count(distinct r.recipient_id) as people from registrations r
                        join recipients p on p.id = r.recipient_id and not p.erased
                        where r.session_id = any(:sessions) and p.address <> all(:except) and\
                        """
                                + HELD,
                        holders)
                .bind("except", except.toArray(String[]::new))
                .map(row -> Columns.need(row, "people", Long.class))
                .one();
    }

    /// Who moved from the waiting list to a seat held a place before that.
    private static final String HELD =
            """
             r.status in ('confirmed', 'waitlisted')
              and (r.status = 'confirmed' or :waiting_too)
              and case when :waiting_too then coalesce(r.held_since, r.decided_at)
                  else r.decided_at end <= :by
            """;

    private DatabaseClient.GenericExecuteSpec held(String sql, Holders holders) {
        return database.sql(sql)
                .bind("sessions", Columns.array(holders.sessions(), SessionId::value, UUID[]::new))
                .bind("waiting_too", holders.waitingToo())
                .bind("by", holders.by());
    }

    private static Seat seat(Readable row) {
        return new Seat(
                new RegistrationId(Columns.need(row, "id", UUID.class)),
                new SessionId(Columns.need(row, "session_id", UUID.class)),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                new RecipientId(Columns.need(row, "recipient_id", UUID.class)),
                Status.labelled(Columns.need(row, "status", String.class)),
                row.get("decided_at", Instant.class),
                row.get("known_since", Instant.class),
                Columns.need(row, "revision", Integer.class),
                Columns.need(row, "reachable", Boolean.class));
    }

    @Override
    public Mono<Map<RegistrationId, SessionId>> sessions(Collection<RegistrationId> registrations) {
        return database.sql(
                        """
                        select id, session_id from registrations
                        where id = any(:ids) and session_id is not null
                        """)
                .bind("ids", registrations.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new RegistrationId(Columns.need(row, "id", UUID.class)),
                                new SessionId(Columns.need(row, "session_id", UUID.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
