-- Invitations to the staff of a programme, until they are mailed.
create table staff_invitations (
    id uuid primary key,
    programme_id uuid not null,
    invited_by uuid not null,
    address text not null,
    language text not null,
    role text not null,
    invited_at timestamptz not null,
    expires_at timestamptz not null
);

create index staff_invitations_until on staff_invitations (expires_at);
