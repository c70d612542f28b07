-- Older installations have these tables already: they came with those of the outbox.

-- Facts that were handled. Kept for good: a compacted topic can be read again from its beginning.
create table if not exists inbox_message (
    consumer text not null,
    event_id uuid not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);

-- The newest version of each key that was handled.
create table if not exists inbox_version (
    consumer text not null,
    topic text not null,
    key text not null,
    sequence bigint not null,
    primary key (consumer, topic, key)
);

-- Dead letters that an operator has replayed or discarded.
create table if not exists inbox_settled_letter (
    letter uuid primary key,
    settled_at timestamptz not null default clock_timestamp()
);
