-- What is to be published. Daily partitions, so that old rows go by DROP and leave no bloat.
-- No primary key: the identity is unique, and only the unpublished rows are ever looked for.
create table outbox_message (
    position bigint generated always as identity,
    appended_at timestamptz not null default clock_timestamp(),
    published_at timestamptz,
    id uuid not null default uuidv7(),
    topic text not null,
    key text not null,
    type text not null,
    subject text not null,
    sequence bigint not null,
    time timestamptz not null,
    data text,
    traceparent text,
    republished boolean not null default false
) partition by range (appended_at);

create index outbox_message_unpublished on outbox_message (position) where published_at is null;

-- Makes the partitions of the coming days and drops those that are older than `keep` and wholly
-- published. Days are UTC. An advisory lock lets one instance at a time do it.
create function outbox_partitions(keep interval) returns void language plpgsql as $$
declare
    day date;
    name text;
    pending boolean;
begin
    if not pg_try_advisory_xact_lock(hashtext('outbox_partitions')) then
        return;
    end if;
    for day in select generate_series(
            (clock_timestamp() at time zone 'UTC')::date - 1,
            (clock_timestamp() at time zone 'UTC')::date + 7,
            interval '1 day')::date loop
        name := 'outbox_message_' || to_char(day, 'YYYYMMDD');
        if to_regclass(name) is null then
            execute format(
                'create table %I partition of outbox_message for values from (%L) to (%L)',
                name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
        end if;
    end loop;
    for name in
        select child.relname from pg_inherits
            join pg_class child on child.oid = inhrelid
            where inhparent = 'outbox_message'::regclass
    loop
        day := to_date(right(name, 8), 'YYYYMMDD');
        if (day + 1)::timestamp at time zone 'UTC' < clock_timestamp() - keep then
            execute format('select exists (select from %I where published_at is null)', name)
                into pending;
            if not pending then
                execute format('drop table %I', name);
            end if;
        end if;
    end loop;
end $$;

-- Who relays. Postgres' clock alone decides when a lease is over.
create table outbox_lease (
    name text primary key,
    holder uuid not null,
    expires_at timestamptz not null
);

-- Facts that were handled. Kept for good: a compacted topic can be read again from its beginning.
create table inbox_message (
    consumer text not null,
    event_id uuid not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);

-- The newest version of each key that was handled.
create table inbox_version (
    consumer text not null,
    topic text not null,
    key text not null,
    sequence bigint not null,
    primary key (consumer, topic, key)
);

-- Dead letters that an operator has replayed or discarded.
create table inbox_settled_letter (
    letter uuid primary key,
    settled_at timestamptz not null default clock_timestamp()
);
