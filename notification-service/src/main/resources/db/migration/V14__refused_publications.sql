-- What was to be published at a stated time and was not, until whoever asked for it was told.
create table refused_publications (
    id uuid primary key,
    programme_id uuid not null,
    organiser_id uuid not null,
    title jsonb not null,
    time_zone text not null,
    at timestamptz not null,
    problem text not null,
    refused_at timestamptz not null,
    expires_at timestamptz not null
);

create index refused_publications_until on refused_publications (expires_at);
