-- Installations older than this part have its tables already: they came with those of the outbox.
alter table if exists inbox_message rename to inbox_messages;
alter table if exists inbox_version rename to inbox_versions;
alter table if exists inbox_settled_letter rename to inbox_settled_letters;

-- Facts that were handled.
create table if not exists inbox_messages (
    consumer text not null,
    event_id uuid not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);

create index inbox_messages_handled_at on inbox_messages using brin (handled_at);

-- The newest version of each key that was handled.
create table if not exists inbox_versions (
    consumer text not null,
    topic text not null,
    key text not null,
    sequence bigint not null,
    primary key (consumer, topic, key)
);

-- Dead letters that an operator has replayed or discarded, until those before them are settled too.
create table if not exists inbox_settled_letters (
    letter uuid primary key,
    settled_at timestamptz not null default clock_timestamp()
);

-- Dead letters that the database refused to store, until they are settled.
create table inbox_data_letters (
    letter uuid primary key,
    topic text not null,
    refused_at timestamptz not null default clock_timestamp()
);
