-- Sessions that were cancelled, and since when they take place after all: those whose seats that cost are then asked to
-- come back.
create table cancelled_sessions (
    session_id uuid primary key,
    version    bigint      not null,
    -- when it would have taken place; empty: nobody knows yet
    over_at    timestamptz,
    -- when to ask; empty: it is cancelled
    due_at     timestamptz,
    done       boolean     not null default false
);

create index cancelled_sessions_due on cancelled_sessions (due_at) where due_at is not null and not done;

create table lost_seats (
    registration_id uuid primary key,
    session_id      uuid        not null,
    programme_id    uuid        not null,
    recipient_id    uuid        not null,
    lost_at         timestamptz not null
);

create index lost_seats_of_session on lost_seats (session_id);
create index lost_seats_at on lost_seats (lost_at);
