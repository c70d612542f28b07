-- Why a delivery failed, or is put off although it was refused for good. Of those from before it is
-- known where the words are our own.
alter table deliveries add column cause text;
alter table ended_deliveries add column cause text;
update ended_deliveries set cause = 'suppressed'
where state = 'failed' and reason = 'a mail server refused this address before';

create or replace view all_deliveries as
select id, dedupe_key, kind, lane, channel, recipient_id, about, programme_id,
    case when is_begun then 'sending' else state end as state, created_at, expires_at,
    next_attempt_at, attempts + cast(is_begun as int) as attempts, unknowns, insisted, traceparent,
    cast(null as timestamptz) as ended_at, reason, cause
from (
    select *, state = 'claimed' and exists (
        select from begun b, unnest(b.ids, b.attempts) as one (id, attempt)
        where b.worker = d.worker and one.id = d.id and one.attempt = d.attempts) as is_begun
    from deliveries d) open
union all
select id, dedupe_key, kind, lane, channel, recipient_id, about, programme_id, state, created_at,
    expires_at, next_attempt_at, attempts, unknowns, insisted, traceparent, ended_at, reason, cause
from ended_deliveries;

-- What was refused there first: suppressions that one campaign brought go when it turns out that
-- the mail server refused nearly everybody.
alter table suppressions add column about uuid;
create index suppressions_about on suppressions (about);

-- Organisers may take an address off a list, such as of a person who asks by telephone.
alter table consents
    drop constraint consent_how_check,
    add constraint consents_how check (how in ('form', 'page', 'one-click', 'organiser'));

-- The mail server's answers count from here on; then, why the campaign paused by itself.
alter table campaigns
    add column judged_from timestamptz,
    add column pause_reason jsonb;
