-- A publication of all drafts of a programme that is to be made at a stated time.
create table planned_publications (
    programme_id uuid primary key references programmes,
    at timestamptz not null,
    -- Of the drafts that were seen: others are not published.
    state text not null,
    -- What was answered to what speaks against it, by session.
    said jsonb not null,
    note text,
    asked_by uuid not null,
    asked_at timestamptz not null,
    -- Null: it has not been refused.
    refused_at timestamptz,
    -- The name of the problem.
    refusal text,
    check ((refused_at is null) = (refusal is null))
);

create index planned_publications_due on planned_publications (at) where refused_at is null;
