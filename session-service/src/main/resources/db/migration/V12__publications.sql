-- What is published at this moment, part by part. Who speaks is not kept beyond that: their consent is theirs to take back.
create view published_parts as
select id as programme_id, 'programme' as part, id, version,
    to_jsonb(published_programmes) #- '{document,speakers}' as document
from published_programmes
union all
select programme_id, 'session', id, version, to_jsonb(published_sessions)
from published_sessions
where withdrawn_at is null;

-- Each change of what is published of a programme, numbered. Rows are altered only to say since when they are history.
create table publications (
    programme_id uuid not null references programmes,
    number bigint not null check (number > 0),
    at timestamptz not null,
    -- Null: nobody, such as a sample that was loaded, or not known.
    published_by uuid,
    note text,
    programme_changed boolean not null,
    sessions_added integer not null,
    sessions_changed integer not null,
    sessions_removed integer not null,
    -- When the next one took its place; null: it stands.
    replaced_at timestamptz,
    primary key (programme_id, number)
);

create index publications_replaced on publications (replaced_at) where replaced_at is not null;

-- A part as it was published from one publication on until another; each is written once, however many follow.
create table publication_parts (
    programme_id uuid not null,
    part text not null check (part in ('programme', 'session')),
    id uuid not null,
    since bigint not null,
    -- The publication that took it away or put another in its place; null: it stands.
    until bigint,
    replaced_at timestamptz,
    version bigint not null,
    document jsonb not null,
    primary key (programme_id, part, id, since)
);

create index publication_parts_since on publication_parts (programme_id, since);
create index publication_parts_until on publication_parts (programme_id, until);
create index publication_parts_replaced on publication_parts (replaced_at) where replaced_at is not null;

create view former_programmes as
select programme_id, id, since, until, document from publication_parts where part = 'programme';

create view former_sessions as
select programme_id, id, since, until, document from publication_parts where part = 'session';

insert into publications (programme_id, number, at, programme_changed, sessions_added, sessions_changed, sessions_removed)
select id, 1, now(), true, (
    select count(*) from published_sessions where programme_id = published_programmes.id and withdrawn_at is null), 0, 0
from published_programmes;

insert into publication_parts (programme_id, part, id, since, version, document)
select programme_id, part, id, 1, version, document from published_parts;
