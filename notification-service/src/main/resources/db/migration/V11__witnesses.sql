-- A refusal of an address, until it is known whether it speaks of the address: by what the mail
-- server answered to others at the time, or because it comes again.
create table refusals (
    address      text primary key,
    recipient_id uuid        not null,
    reason       text        not null,
    -- The first that nothing spoke for or against, and the latest.
    first_at     timestamptz not null,
    at           timestamptz not null,
    judged       boolean     not null default false
);
create index refusals_to_judge on refusals (at) where not judged;

-- What others were answered at the time.
create index ended_deliveries_at on ended_deliveries (ended_at);

-- No refusal is believed any more for what it was about.
alter table suppressions drop column about;
