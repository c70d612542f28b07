-- What speakers said themselves; null: nothing yet.
alter table speakers
    add column answered_at timestamptz,
    add column agrees boolean,
    add check ((answered_at is null) = (agrees is null));

-- The links by which they see and mend their own entry: one each. Of the secret, only what it is known again by.
create table speaker_invitations (
    speaker_id uuid primary key references speakers on delete cascade,
    programme_id uuid not null references programmes,
    secret_digest text not null unique,
    expires_at timestamptz not null
);

create index speaker_invitations_expired on speaker_invitations (expires_at);
