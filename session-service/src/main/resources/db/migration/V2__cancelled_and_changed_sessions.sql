alter table sessions
    -- Null: it takes place.
    add column cancelled_at timestamptz,
    add column cancel_reason jsonb,
    add check (cancel_reason is null or cancelled_at is not null);

-- Who moved or cancelled a session. Rows are never altered.
create table session_changes (
    session_id uuid not null references sessions,
    version bigint not null,
    at timestamptz not null,
    changed_by uuid not null,
    date date,
    starts time(0),
    ends time(0),
    time_zone text,
    place text,
    cancelled boolean not null,
    -- The organiser's reason against a policy or a conflict.
    exemption text,
    primary key (session_id, version)
);
