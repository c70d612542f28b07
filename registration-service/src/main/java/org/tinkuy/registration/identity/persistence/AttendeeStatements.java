package org.tinkuy.registration.identity.persistence;

/// What [PostgresAttendees] asks of the database.
final class AttendeeStatements {

    /// Rows are locked in the order of their keys, so that two batches cannot wait for each other.
    /// Who was not heard of for a while is noted again, although nothing changed: an erasure waits
    /// for the row and then leaves it.
    static final String INTRODUCE =
            """
            with said as (
                select * from unnest(:ids::uuid[], :addresses::text[], :nameKeys::text[],
                        :names::text[], :languages::text[], :timeZones::text[])
                    as said (id, address, name_key, name, language, time_zone)),
            changed as (
                insert into attendees as known
                    (id, address, name_key, name, language, time_zone, version, recorded_at)
                select id, address, name_key, name, language, time_zone, 1, :now
                from said
                order by address, name_key
                on conflict (address, name_key) do update set
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
            where (same.address, same.name_key) in (select address, name_key from said)
                and (same.address, same.name_key) not in (select address, name_key from changed)
            """;

    static final String ERASE_UNCONFIRMED =
            """
            delete from attendees where id = any(array(
                select id from attendees
                where confirmed_at is null and recorded_at < :limit
                limit :atMost for update skip locked))
            returning id, version
            """;

    /// Nobody is added to an address that has as many people as it may. Of who is confirmed only a
    /// time zone that was not known is taken over.
    static final String CONFIRM =
            """
            insert into attendees as known
                (id, address, name_key, name, language, time_zone, confirmed_at, version, recorded_at)
            select :id, :address, :nameKey, :name, :language, :timeZone, :confirmedAt, 1, :now
            where :most > (
                select count(*) from attendees
                where address = :address and name_key <> :nameKey and confirmed_at is not null)
                or exists (
                    select from attendees
                    where address = :address and name_key = :nameKey and confirmed_at is not null)
            on conflict (address, name_key) do update set
                name = case when known.confirmed_at is null
                    then excluded.name else known.name end,
                language = case when known.confirmed_at is null
                    then excluded.language else known.language end,
                time_zone = case when known.confirmed_at is null
                    then coalesce(excluded.time_zone, known.time_zone)
                    else coalesce(known.time_zone, excluded.time_zone) end,
                confirmed_at = coalesce(known.confirmed_at, excluded.confirmed_at),
                version = known.version + 1,
                recorded_at = excluded.recorded_at
            where known.confirmed_at is null
                or (known.time_zone is null and excluded.time_zone is not null)
            returning *
            """;

    /// Who gave a name before who gave none.
    static final String NAME_OF_ADDRESS =
            """
            select name from attendees
            where address = :address and confirmed_at is not null
            order by name_key = '', confirmed_at, id
            limit 1
            """;

    /// What somebody only asked for under a name keeps it from nobody who has proved the address.
    static final String MAKE_WAY =
            """
            update attendees other set name_key = other.name_key || ' ' || other.id
            from attendees self
            where self.id = :id and other.address = self.address and other.id <> self.id
                and other.name_key = :nameKey and other.confirmed_at is null
            """;

    /// Setting a language or a time zone is an act, even to what it was already.
    static final String CHANGE =
            """
            update attendees set
                name = coalesce(:name, name),
                name_key = coalesce(:nameKey, name_key),
                language = coalesce(:language, language),
                time_zone = coalesce(:timeZone, time_zone),
                preferences_set_at = case
                    when coalesce(:language, :timeZone) is null then preferences_set_at
                    else :now end,
                version = version + 1,
                recorded_at = :now
            where id = :id
                and (coalesce(:language, :timeZone) is not null
                    or name is distinct from coalesce(:name, name))
            returning *
            """;

    private AttendeeStatements() {}
}
