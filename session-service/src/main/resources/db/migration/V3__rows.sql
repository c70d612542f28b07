-- What is published is a state of its own. What was stored until now was published: it stays where it is.
alter table programmes rename to published_programmes;
alter table published_programmes rename constraint programmes_pkey to published_programmes_pkey;
alter table published_programmes rename constraint programmes_slug_key to published_programmes_slug_key;

alter table sessions rename to published_sessions;
alter table published_sessions rename constraint sessions_pkey to published_sessions_pkey;
alter index sessions_of_programme rename to published_sessions_of_programme;

alter table published_sessions
    -- Null: it is published. Kept for as long as its tombstone may have to be published again.
    add column withdrawn_at timestamptz;
update published_sessions set withdrawn_at = now() where withdrawn;
alter table published_sessions drop column withdrawn;
-- What is known of a session's changes goes with it.
alter table session_changes
    drop constraint session_changes_session_id_fkey,
    add foreign key (session_id) references published_sessions on delete cascade;
create index published_sessions_withdrawn on published_sessions (withdrawn_at) where withdrawn_at is not null;

-- Each part gets a version of its own, and stands and follow-ups an identity.
update published_programmes
set document = document || jsonb_build_object(
    'events', coalesce((
        select jsonb_agg(part || '{"version": 1}' order by place)
        from jsonb_array_elements(document -> 'events') with ordinality as parts (part, place)), '[]'),
    'challenges', coalesce((
        select jsonb_agg(part || '{"version": 1}' order by place)
        from jsonb_array_elements(document -> 'challenges') with ordinality as parts (part, place)), '[]'),
    'stands', coalesce((
        select jsonb_agg(
            part || jsonb_build_object('version', 1, 'id', jsonb_build_object('value', gen_random_uuid()))
            order by place)
        from jsonb_array_elements(document -> 'stands') with ordinality as parts (part, place)), '[]'),
    'followUps', coalesce((
        select jsonb_agg(
            part || jsonb_build_object('version', 1, 'id', jsonb_build_object('value', gen_random_uuid()))
            order by place)
        from jsonb_array_elements(document -> 'followUps') with ordinality as parts (part, place)), '[]'));

-- The drafts: what has an identity is a row with its own version. Texts by language and what nobody asks for alone are
-- read and written as a whole.
create table programmes (
    id uuid primary key,
    slug text not null unique,
    version bigint not null check (version > 0),
    shifted_weeks integer not null,
    profile jsonb not null,
    setting jsonb not null,
    policies jsonb not null,
    added bigint not null generated always as identity
);

insert into programmes (id, slug, version, shifted_weeks, profile, setting, policies)
select id, slug, version, coalesce((document ->> 'shiftedWeeks')::integer, 0),
    document -> 'profile', document -> 'setting', document -> 'policies'
from published_programmes
order by added;

create table events (
    id uuid primary key,
    programme_id uuid not null references programmes,
    slug text not null,
    version bigint not null check (version > 0),
    title jsonb not null,
    region text,
    note text,
    sequence integer,
    -- Null: the programme's.
    time_zone text,
    announced date,
    starts date,
    ends date,
    facts jsonb not null,
    topics jsonb not null,
    participants jsonb not null,
    added bigint not null generated always as identity,
    unique (programme_id, slug),
    check (ends >= starts)
);

insert into events (id, programme_id, slug, version, title, region, note, sequence, time_zone,
    announced, starts, ends, facts, topics, participants)
select (part #>> '{id,value}')::uuid, id, part ->> 'slug', (part ->> 'version')::bigint,
    part #> '{title,byLanguage}', part ->> 'region', part ->> 'note', (part ->> 'sequence')::integer,
    part ->> 'timeZone', (part ->> 'announced')::date, (part ->> 'starts')::date, (part ->> 'ends')::date,
    coalesce(part -> 'facts', '[]'), coalesce(part -> 'topics', '[]'), coalesce(part -> 'participants', '[]')
from published_programmes, jsonb_array_elements(document -> 'events') with ordinality as parts (part, place)
order by added, place;

create table challenges (
    id uuid primary key,
    programme_id uuid not null references programmes,
    slug text not null,
    version bigint not null check (version > 0),
    title jsonb not null,
    edition integer,
    kind text,
    year integer,
    aim jsonb,
    entrants text,
    answers_to text,
    added bigint not null generated always as identity
);

create index challenges_of_programme on challenges (programme_id, added);

insert into challenges (id, programme_id, slug, version, title, edition, kind, year, aim, entrants, answers_to)
select (part #>> '{id,value}')::uuid, id, part ->> 'slug', (part ->> 'version')::bigint,
    part #> '{title,byLanguage}', (part ->> 'edition')::integer, part ->> 'kind', (part ->> 'year')::integer,
    part #> '{aim,byLanguage}', part ->> 'entrants', part ->> 'answersTo'
from published_programmes, jsonb_array_elements(document -> 'challenges') with ordinality as parts (part, place)
order by added, place;

create table stands (
    id uuid primary key,
    programme_id uuid not null references programmes,
    version bigint not null check (version > 0),
    title text not null,
    host text,
    open text,
    resources jsonb not null,
    direct_exchange boolean,
    added bigint not null generated always as identity
);

create index stands_of_programme on stands (programme_id, added);

insert into stands (id, programme_id, version, title, host, open, resources, direct_exchange)
select (part #>> '{id,value}')::uuid, id, (part ->> 'version')::bigint,
    part ->> 'title', part ->> 'host', part ->> 'open', coalesce(part -> 'resources', '[]'),
    (part ->> 'directExchange')::boolean
from published_programmes, jsonb_array_elements(document -> 'stands') with ordinality as parts (part, place)
order by added, place;

create table follow_ups (
    id uuid primary key,
    programme_id uuid not null references programmes,
    version bigint not null check (version > 0),
    country text not null,
    time_zone text,
    language text,
    added bigint not null generated always as identity
);

create index follow_ups_of_programme on follow_ups (programme_id, added);

insert into follow_ups (id, programme_id, version, country, time_zone, language)
select (part #>> '{id,value}')::uuid, id, (part ->> 'version')::bigint,
    part ->> 'country', part ->> 'timeZone', part ->> 'language'
from published_programmes, jsonb_array_elements(document -> 'followUps') with ordinality as parts (part, place)
order by added, place;

create table sessions (
    id uuid primary key,
    programme_id uuid not null references programmes,
    -- Null: of the programme as a whole.
    event_id uuid references events,
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
    -- Null: it takes place.
    cancelled_at timestamptz,
    cancel_reason jsonb,
    version bigint not null check (version > 0),
    added bigint not null generated always as identity,
    check (ends is null or starts is not null),
    check (cancel_reason is null or cancelled_at is not null)
);

create index sessions_of_programme on sessions (programme_id, added);

insert into sessions (id, programme_id, event_id, kind, title, note, date, starts, ends, time_zone, place, capacity,
    cancelled_at, cancel_reason, version)
select id, programme_id, event_id, kind, title, note, date, starts, ends, time_zone, place, capacity,
    cancelled_at, cancel_reason, version
from published_sessions
where withdrawn_at is null
order by added;
