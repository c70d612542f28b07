-- Links that show what is drafted of a programme. What opens it is not here, only its hash.
create table preview_links (
    id uuid primary key,
    programme_id uuid not null references programmes,
    secret_hash bytea not null unique,
    made_by uuid not null,
    made_at timestamptz not null,
    ends_at timestamptz not null
);

create index preview_links_of_programme on preview_links (programme_id, made_at);
create index preview_links_ended on preview_links (ends_at);
