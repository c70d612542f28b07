-- Who was asked to work on a programme and has not answered. What opens an invitation is derived
-- from its id and so is not here.
create table staff_invitations (
    id uuid primary key,
    programme_id uuid not null,
    address text not null,
    role text not null,
    language text not null,
    invited_by uuid not null references attendees,
    at timestamptz not null,
    ends_at timestamptz not null,
    unique (programme_id, address)
);
create index staff_invitations_end on staff_invitations (ends_at);

-- Who changed what somebody may do in a programme.
create table staff_changes (
    id uuid primary key,
    -- In which order, also of what was changed at once.
    number bigint not null unique generated always as identity,
    programme_id uuid not null,
    at timestamptz not null,
    by_id uuid not null,
    what text not null check (
        what in ('invited', 'withdrawn', 'accepted', 'changed', 'taken-away', 'left')),
    address text not null,
    role_before text,
    role_after text
);
create index staff_changes_of_programme on staff_changes (programme_id, number);
create index staff_changes_at on staff_changes (at);
