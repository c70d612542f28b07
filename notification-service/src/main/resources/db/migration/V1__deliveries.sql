-- What other services say, only as far as mails need it.
create table programme (
    id     uuid primary key,
    slug   text  not null,
    title  jsonb not null,
    -- by the event's id
    events jsonb not null
);

create table session (
    id           uuid primary key,
    programme_id uuid   not null,
    event_id     uuid,
    kind         text   not null,
    title        jsonb,
    date         date,
    starts       time,
    ends         time,
    time_zone    text   not null,
    place        text,
    version      bigint not null
);

-- After an erasure only the id is left, so that nothing is sent to, or waits for, that person.
create table recipient (
    id        uuid primary key,
    address   text,
    name      text,
    language  text,
    time_zone text,
    erased    boolean not null default false,
    check (erased = (address is null)),
    check (erased = (language is null)),
    check (not erased or (name is null and time_zone is null))
);

create table registration (
    id     uuid primary key,
    status text not null
);

-- The living workers. A delivery refers to its worker, so a worker that was taken off the list can
-- claim nothing.
create table worker (
    epoch       bigint generated always as identity primary key,
    alive_until timestamptz not null
);

create table delivery (
    id              uuid primary key,
    dedupe_key      text        not null unique,
    kind            text        not null,
    lane            text        not null,
    recipient_id    uuid        not null,
    about           uuid[]      not null,
    state           text        not null check (state in
        ('waiting', 'ready', 'claimed', 'sending', 'sent', 'failed', 'expired', 'unknown')),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int         not null default 0,
    unknowns        int         not null default 0,
    worker          bigint references worker,
    ended_at        timestamptz,
    reason          text,
    traceparent     text,
    check ((worker is not null) = (state in ('claimed', 'sending'))),
    check ((ended_at is not null) = (state in ('sent', 'failed', 'expired', 'unknown')))
);

create index delivery_ready on delivery (lane, next_attempt_at, id) where state = 'ready';
create index delivery_waiting on delivery (created_at) where state = 'waiting';
create index delivery_held on delivery (worker) where worker is not null;
create index delivery_open_until on delivery (expires_at) where state in ('waiting', 'ready');
create index delivery_of_recipient on delivery (recipient_id);

-- One row per registration that a notice tells of.
create table delivery_registration (
    delivery_id     uuid    not null references delivery on delete cascade,
    registration_id uuid    not null,
    session_id      uuid    not null,
    programme_id    uuid    not null,
    status          text    not null,
    position        int,
    in_calendar     boolean not null,
    reason          text,
    primary key (delivery_id, registration_id)
);

create index delivery_of_programme on delivery_registration (programme_id, delivery_id);

-- What a code's mail needs. The row holds an address that may be nobody's yet: it goes when the
-- delivery ends.
create table delivery_code (
    delivery_id  uuid primary key references delivery on delete cascade,
    challenge_id uuid        not null,
    address      text        not null,
    language     text        not null,
    time_zone    text,
    purpose      text        not null,
    session_ids  uuid[]      not null,
    requested_at timestamptz not null
);
