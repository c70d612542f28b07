-- Tables are called what they hold; each belongs to one feature, and none refers to another's.
drop function told_version(uuid, uuid, timestamptz, bigint);
drop function reschedule_key(uuid, bigint, uuid);
drop function reminder_key(text, uuid, timestamptz, uuid);

-- people
alter table programme rename to programmes;
alter table session rename to sessions;
alter table recipient rename to recipients;
alter table registration rename to registrations;

-- reminder
alter table reminder rename to reminders;
alter table announcement rename to announcements;
alter table reschedule_notice rename to reschedule_notices;

-- newsletter
alter table subscription rename to subscriptions;
alter table subscription_request rename to subscription_requests;
alter table consent rename to consents;
alter table campaign rename to campaigns;
alter table subscriptions drop constraint subscription_programme_id_fkey;
alter table campaigns drop constraint campaign_programme_id_fkey;

-- delivery: what has not ended. Whatever ends leaves it in the statement that ends it.
alter table worker rename to workers;
alter table suppression rename to suppressions;
alter table delivery rename to deliveries;
-- How it reaches a person: by mail, as everything does today.
alter table deliveries
    add column channel text not null default 'mail' check (channel in ('mail'));
alter table deliveries alter column channel drop default;

-- Which language of a campaign its author wants to see stands in the name of the test.
update deliveries d set dedupe_key = 'campaign-test/' || t.language || '/' || d.id
from campaign_test t where t.delivery_id = d.id;
drop table campaign_test;

-- What codes and notices tell of, by what the delivery is about and not by the delivery, which may
-- have ended and begun again.
alter table delivery_code rename to codes;
alter table codes drop constraint delivery_code_delivery_id_fkey;
alter table codes drop constraint delivery_code_pkey;
alter table codes add column expires_at timestamptz;
update codes c set expires_at = d.expires_at from deliveries d where d.id = c.delivery_id;
alter table codes drop column delivery_id;
alter table codes alter column expires_at set not null;
alter table codes add primary key (challenge_id);
create index codes_until on codes (expires_at);

alter table delivery_registration rename to notice_parts;
alter table notice_parts drop constraint delivery_registration_delivery_id_fkey;
alter table notice_parts drop constraint delivery_registration_pkey;
alter table notice_parts add column act text, add column expires_at timestamptz;
update notice_parts p set act = d.dedupe_key, expires_at = d.expires_at
from deliveries d where d.id = p.delivery_id;
alter table notice_parts drop column delivery_id;
alter table notice_parts
    alter column act set not null,
    alter column expires_at set not null,
    add primary key (act, registration_id);
create index notice_parts_until on notice_parts (expires_at);

-- What ended, month by month: a month goes at once when it has been kept long enough.
create table ended_deliveries (
    id              uuid        not null,
    dedupe_key      text        not null,
    kind            text        not null,
    lane            text        not null,
    channel         text        not null,
    recipient_id    uuid        not null,
    about           uuid[]      not null,
    programme_id    uuid,
    state           text        not null check (state in ('sent', 'failed', 'expired', 'unknown')),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int         not null,
    unknowns        int         not null,
    insisted        boolean     not null,
    traceparent     text,
    ended_at        timestamptz not null,
    reason          text,
    primary key (id, ended_at)
) partition by range (ended_at);

create index ended_deliveries_of_programme on ended_deliveries (programme_id, id);
create index ended_deliveries_about on ended_deliveries ((about[1]), ended_at);
create index ended_deliveries_of_recipient on ended_deliveries (recipient_id);

-- What became of a delivery after it had ended; rows are only ever added.
create table later_facts (
    delivery_id uuid        not null,
    at          timestamptz not null,
    fact        text        not null,
    detail      text
) partition by range (at);

create index later_facts_of on later_facts (delivery_id);

-- Whatever no month was made for: a clock that is far from the database's own.
create table ended_deliveries_other partition of ended_deliveries default;
create table later_facts_other partition of later_facts default;

create function make_month(log text, month date) returns void language plpgsql as $$
begin
    execute format(
        'create table if not exists %I partition of %I for values from (%L) to (%L)',
        log || '_' || to_char(month, 'YYYY_MM'), log,
        month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
end $$;

do $$ begin
    perform make_month(log, cast(month as date))
    from unnest(array['ended_deliveries', 'later_facts']) log,
        generate_series(
            date_trunc('month', least(
                (select min(ended_at) from deliveries where ended_at > now() - interval '5 years'),
                now()) at time zone 'UTC'),
            date_trunc('month', now() at time zone 'UTC') + interval '2 months',
            interval '1 month') month;
end $$;

insert into ended_deliveries (id, dedupe_key, kind, lane, channel, recipient_id, about,
    programme_id, state, created_at, expires_at, next_attempt_at, attempts, unknowns, insisted,
    traceparent, ended_at, reason)
select id, dedupe_key, kind, lane, channel, recipient_id, about,
    programme_id, state, created_at, expires_at, next_attempt_at, attempts, unknowns, insisted,
    traceparent, ended_at, reason
from deliveries where ended_at is not null;

-- A name is taken once: by a hash, because acts of many registrations have long ones. It stays a
-- while longer than the delivery can be of use, and after that nothing repeats it.
create table delivery_keys (
    hash       uuid primary key,
    expires_at timestamptz not null
);
insert into delivery_keys (hash, expires_at)
select cast(md5(dedupe_key) as uuid), expires_at from deliveries;
create index delivery_keys_until on delivery_keys (expires_at);

-- What many deliveries share: the session of a reminder, the campaign of a copy.
create function shared_about(kind text, about uuid[]) returns uuid immutable language sql as $$
    select case
        when kind like 'reminder-%' or kind in ('session-rescheduled', 'campaign', 'campaign-test')
        then about[1] end
$$;

-- How many ended in which way: kept, so that nobody has to count the log.
create table delivery_counts (
    programme_id uuid,
    kind         text   not null,
    about        uuid,
    state        text   not null,
    copies       bigint not null,
    unique nulls not distinct (programme_id, kind, about, state)
);
create index delivery_counts_about on delivery_counts (about);
insert into delivery_counts (programme_id, kind, about, state, copies)
select programme_id, kind, shared_about(kind, about), state, count(*)
from ended_deliveries group by 1, 2, 3, 4;

delete from deliveries where ended_at is not null;
alter table deliveries
    drop constraint delivery_check1,
    drop constraint delivery_state_check,
    drop column ended_at,
    drop constraint delivery_dedupe_key_key,
    add constraint deliveries_state check (state in
        ('waiting', 'ready', 'paused', 'claimed', 'sending'));

drop index delivery_ready, delivery_waiting, delivery_held, delivery_open_until,
    delivery_of_recipient, delivery_of_programme, delivery_about, delivery_of_campaign;
create index deliveries_ready on deliveries (channel, lane, next_attempt_at, id)
    where state = 'ready';
create index deliveries_waiting on deliveries (id) where state = 'waiting';
create index deliveries_waiting_for on deliveries (dedupe_key) where state = 'waiting';
create index deliveries_held on deliveries (worker) where worker is not null;
create index deliveries_open_until on deliveries (expires_at) where state in ('waiting', 'ready');
create index deliveries_of_recipient on deliveries (recipient_id);
create index deliveries_of_programme on deliveries (programme_id, id);
create index deliveries_about on deliveries ((about[1]), state);

-- As organisers see them.
create view all_deliveries as
select id, dedupe_key, kind, lane, channel, recipient_id, about, programme_id, state, created_at,
    expires_at, next_attempt_at, attempts, unknowns, insisted, traceparent,
    cast(null as timestamptz) as ended_at, reason
from deliveries
union all
select id, dedupe_key, kind, lane, channel, recipient_id, about, programme_id, state, created_at,
    expires_at, next_attempt_at, attempts, unknowns, insisted, traceparent, ended_at, reason
from ended_deliveries;
