-- What a programme's newsletter is called and what its visitors read: {"name", "acknowledgement"}.
alter table programme add column newsletter jsonb;
-- Programmes that were read before are read again when session-service republishes them.
do $$ begin
    if to_regclass('inbox_version') is not null then
        delete from inbox_version where consumer = 'programmes';
    end if;
end $$;

-- An address in a programme's list. The address alone decides: attendee or not.
create table subscription (
    id                uuid primary key,
    programme_id      uuid        not null references programme,
    address           text        not null,
    -- As confirmed; before that, as asked for first.
    language          text        not null,
    time_zone         text,
    state             text        not null
        check (state in ('pending', 'confirmed', 'unsubscribed')),
    -- Stands in every mail that is sent to it, so it never changes.
    unsubscribe_token text        not null unique,
    asked_at          timestamptz not null,
    confirmed_at      timestamptz,
    unsubscribed_at   timestamptz,
    version           bigint      not null default 1,
    unique (programme_id, address),
    check (state <> 'confirmed' or confirmed_at is not null),
    check ((state = 'unsubscribed') = (unsubscribed_at is not null))
);

-- A campaign walks along the confirmed ones.
create index subscription_list on subscription (programme_id, id) where state = 'confirmed';
create index subscription_of_address on subscription (address);

-- Each was mailed one link, which confirms until it expires.
create table subscription_request (
    id              uuid primary key,
    subscription_id uuid        not null references subscription on delete cascade,
    language        text        not null,
    time_zone       text,
    asked_at        timestamptz not null,
    expires_at      timestamptz not null
);

create index subscription_request_of on subscription_request (subscription_id, asked_at);
create index subscription_request_until on subscription_request (expires_at);

-- What was agreed to, when, how and in which words. Rows are added and never changed; they go only
-- together with an address that never confirmed.
create table consent (
    id              bigint generated always as identity primary key,
    subscription_id uuid        not null references subscription on delete cascade,
    what            text        not null check (what in ('asked', 'confirmed', 'unsubscribed')),
    how             text        not null check (how in ('form', 'page', 'one-click')),
    shown           text,
    language        text        not null,
    at              timestamptz not null
);

create index consent_of on consent (subscription_id);

create function consent_stays() returns trigger language plpgsql as $$
begin
    raise exception 'consent is only ever added';
end $$;

create trigger consent_stays before update on consent
    for each row execute function consent_stays();

create table campaign (
    id           uuid primary key,
    programme_id uuid        not null references programme,
    state        text        not null
        check (state in ('draft', 'sending', 'paused', 'finished', 'cancelled')),
    -- by language: {"es": {"subject", "markdown"}}
    words        jsonb       not null,
    -- messages per second
    rate         int         not null check (rate > 0),
    author_id    uuid        not null,
    created_at   timestamptz not null,
    -- Whoever confirmed by then gets it.
    started_at   timestamptz,
    ended_at     timestamptz,
    recipients   int,
    -- The last subscription that has a copy; saved together with the copies.
    reached      uuid,
    complete     boolean     not null default false,
    -- When the next copy may go.
    next_slot    timestamptz,
    -- A cancelled one ends when its last copy has ended.
    check (ended_at is null or state in ('finished', 'cancelled'))
);

create index campaign_of_programme on campaign (programme_id, id);
create index campaign_underway on campaign (id) where ended_at is null and state <> 'draft';

create index delivery_of_campaign on delivery ((about[1]), state) where kind = 'campaign';

-- Which language of a campaign its author wants to see.
create table campaign_test (
    delivery_id uuid primary key references delivery on delete cascade,
    campaign_id uuid not null references campaign,
    language    text not null
);

-- A newsletter greets an attendee by the name they gave.
create index recipient_of_address on recipient (address);
