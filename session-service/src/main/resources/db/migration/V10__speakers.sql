-- Who speaks at the sessions of a programme.
create table speakers (
    id uuid primary key,
    programme_id uuid not null references programmes,
    slug text not null,
    version bigint not null check (version > 0),
    name text not null,
    role text,
    institution text,
    languages jsonb not null,
    biography jsonb,
    -- For organisers alone, never published.
    address text,
    -- Null: they did not agree to be shown, and are not.
    agreed date,
    changed_at timestamptz not null,
    added bigint not null generated always as identity,
    unique (programme_id, slug)
);

create index speakers_of_programme on speakers (programme_id, added);
create index speakers_by_address on speakers (address) where address is not null;

-- Ids of speakers, in order. One who was removed is named no more, wherever the id still stands.
alter table sessions
    add column speakers jsonb not null default '[]',
    add column moderators jsonb not null default '[]';

alter table published_sessions
    add column speakers jsonb not null default '[]',
    add column moderators jsonb not null default '[]';

-- Who is wanted twice is looked for across programmes.
create index published_sessions_speakers on published_sessions using gin (speakers);
create index published_sessions_moderators on published_sessions using gin (moderators);
