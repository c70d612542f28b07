-- Tables are called by what they hold: rows.
alter table outbox_message rename to outbox_messages;
alter index outbox_message_unpublished rename to outbox_messages_unpublished;
alter table outbox_lease rename to outbox_leases;

do $$
declare
    name text;
begin
    for name in
        select child.relname from pg_inherits
            join pg_class child on child.oid = inhrelid
            where inhparent = 'outbox_messages'::regclass
    loop
        execute format('alter table %I rename to %I', name, 'outbox_messages_' || right(name, 8));
    end loop;
end $$;

-- Of a topic whose rows go before their partition does.
alter table outbox_messages add column brief boolean not null default false;
create index outbox_messages_brief on outbox_messages (topic, position) where brief;

-- The inbox has a history of its own and makes its tables itself. They came with these before, and
-- stay where they hold something.
do $$
declare
    held boolean;
begin
    if to_regclass('inbox_message') is not null then
        select exists (select from inbox_message) or exists (select from inbox_version)
            or exists (select from inbox_settled_letter) into held;
        if not held then
            drop table inbox_message, inbox_version, inbox_settled_letter;
        end if;
    end if;
end $$;

create or replace function outbox_partitions(keep interval) returns void language plpgsql as $$
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
        name := 'outbox_messages_' || to_char(day, 'YYYYMMDD');
        if to_regclass(name) is null then
            execute format(
                'create table %I partition of outbox_messages for values from (%L) to (%L)',
                name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
        end if;
    end loop;
    for name in
        select child.relname from pg_inherits
            join pg_class child on child.oid = inhrelid
            where inhparent = 'outbox_messages'::regclass
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
