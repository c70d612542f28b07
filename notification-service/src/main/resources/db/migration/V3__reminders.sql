-- A cancelled session is still published; one that is withdrawn is not, and is kept for the mails
-- that tell of it.
alter table session
    add column cancelled_at     timestamptz,
    add column cancelled_reason jsonb,
    add column withdrawn        boolean not null default false;

-- What a fan-out needs. Empty in rows from before; registration-service fills them when it writes
-- its topic again.
alter table registration
    add column session_id   uuid,
    add column programme_id uuid,
    add column recipient_id uuid,
    -- when the seat was confirmed, or the place on the waiting list given
    add column decided_at   timestamptz,
    -- since when mails have told the person when the session is
    add column known_since  timestamptz;

create index registration_of_session on registration (session_id, id)
    where status in ('confirmed', 'waitlisted');
create index registration_of_recipient on registration (recipient_id);

-- States of registrations that were handled before are new once more, because there is more to
-- remember of them; nobody is told twice. In a new database there is nothing to forget.
do $$ begin
    if to_regclass('inbox_version') is not null then
        delete from inbox_version where consumer = 'registrations';
    end if;
end $$;

-- One row per session and kind: moving a session moves three rows, however many are registered.
create table reminder (
    session_id uuid        not null,
    kind       text        not null,
    starts_at  timestamptz not null,
    due_at     timestamptz not null,
    expires_at timestamptz not null,
    lane       text        not null,
    -- over which the copies are spread from the due time on
    spread     interval    not null,
    -- the registration that the last page of the fan-out ended with
    cursor     uuid,
    done_at    timestamptz,
    primary key (session_id, kind)
);

create index reminder_open on reminder (due_at) where done_at is null;

-- Every time and place that was announced for a session, and since when mails have told it.
create table announcement (
    session_id  uuid        not null,
    version     bigint      not null,
    known_since timestamptz not null,
    date        date,
    starts      time,
    ends        time,
    time_zone   text        not null,
    place       text,
    -- when it will have taken place; empty: nobody knows yet
    over_at     timestamptz,
    primary key (session_id, version)
);

insert into announcement (session_id, version, known_since, date, starts, ends, time_zone, place)
select id, version, '-infinity', date, starts, ends, time_zone, place from session;

-- One row per session that was moved: who was told something else is told when the organisers have
-- been quiet for a while.
create table reschedule_notice (
    session_id      uuid primary key,
    version         bigint      not null,
    first_change_at timestamptz not null,
    due_at          timestamptz not null,
    cursor          uuid,
    done_at         timestamptz
);

create index reschedule_notice_open on reschedule_notice (due_at) where done_at is null;

-- Names a copy: one per kind, session, start and person.
create function reminder_key(kind text, session uuid, starts_at timestamptz, recipient uuid)
returns text language sql stable as $$
    select kind || '/' || session || '/' || cast(extract(epoch from starts_at) as bigint)
        || '/' || recipient
$$;

-- Names a copy: one per session, version and person.
create function reschedule_key(session uuid, version bigint, recipient uuid)
returns text language sql stable as $$
    select 'session-rescheduled/' || session || '/' || version || '/' || recipient
$$;

-- The version of a session whose times a person was told last, before a given one: in a notice that
-- went out, or else when they registered.
create function told_version(session uuid, recipient uuid, known timestamptz, before bigint)
returns bigint language sql stable as $$
    select greatest(
        (select min(a.version) from announcement a where a.session_id = session),
        (select max(a.version) from announcement a
         where a.session_id = session and a.version <= before and a.known_since <= known),
        (select max(cast(split_part(d.dedupe_key, '/', 3) as bigint)) from delivery d
         where d.recipient_id = recipient
           and d.kind = 'session-rescheduled'
           and d.about = array[session]
           and d.dedupe_key <> reschedule_key(session, before, recipient)
           and (d.state in ('sending', 'sent', 'unknown') or d.unknowns > 0)))
$$;
