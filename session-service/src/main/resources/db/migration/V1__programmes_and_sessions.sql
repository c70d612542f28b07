create table programmes (
    id uuid primary key,
    slug text not null unique,
    version bigint not null check (version > 0),
    -- Everything else, with events and challenges: read and written as a whole, never queried inside.
    document jsonb not null,
    added bigint not null generated always as identity
);

create table sessions (
    id uuid primary key,
    programme_id uuid not null references programmes,
    -- An event of the programme's document; null: of the programme as a whole.
    event_id uuid,
    kind text not null check (kind in ('plenary', 'hub', 'challenge', 'workshop', 'dialogue')),
    title jsonb,
    note text,
    -- Local, and the truth: instants are derived when published.
    date date,
    starts time(0),
    ends time(0),
    -- Null: inherited from the event or the programme.
    time_zone text,
    place text,
    -- Null: not limited.
    capacity integer check (capacity > 0),
    version bigint not null check (version > 0),
    -- Kept after it was withdrawn, so that its version is never used again.
    withdrawn boolean not null default false,
    added bigint not null generated always as identity,
    check (ends is null or starts is not null)
);

create index sessions_of_programme on sessions (programme_id, added);
