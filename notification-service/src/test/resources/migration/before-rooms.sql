-- Deliveries in every state, a campaign in the middle of sending, another that is paused, and a
-- reminder that is half fanned out: as the version before has them.
insert into programme (id, slug, title, events, newsletter) values
    ('00000000-0000-7000-8000-0000000000a1', 'rumbo', '{"es": "Rumbo"}', '{}', '{"name": "Boletín"}');
insert into session (id, programme_id, kind, date, starts, ends, time_zone, version) values
    ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000a1', 'plenary',
        '${date}', '${time}', null, 'UTC', 1);
insert into announcement (session_id, version, known_since, date, starts, time_zone) values
    ('00000000-0000-7000-8000-0000000000b1', 1, '-infinity', '${date}', '${time}', 'UTC');
insert into recipient (id, address, name, language)
select cast('00000000-0000-7000-8000-0000000000d' || n as uuid), 'ana' || n || '@example.org', 'Ana', 'es'
from generate_series(1, 6) n;
insert into registration (id, status, session_id, programme_id, recipient_id, decided_at, known_since)
select cast('00000000-0000-7000-8000-0000000000e' || n as uuid), 'confirmed',
    '00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000a1',
    cast('00000000-0000-7000-8000-0000000000d' || n as uuid), now() - interval '2 days',
    now() - interval '2 days'
from generate_series(1, 6) n;
insert into suppression values ('gone@example.org', '550', now());
insert into worker (alive_until) values (now() - interval '1 minute');

-- half fanned out
insert into reminder (session_id, kind, starts_at, due_at, expires_at, lane, spread, cursor) values
    ('00000000-0000-7000-8000-0000000000b1', 'reminder-1h', '${start}',
        timestamptz '${start}' - interval '1 hour', timestamptz '${start}' - interval '10 minutes',
        'reminders-1h', '3 minutes', '00000000-0000-7000-8000-0000000000e3');
insert into delivery (id, dedupe_key, kind, lane, recipient_id, about, programme_id, state,
    created_at, expires_at, next_attempt_at, attempts, ended_at, worker)
select uuidv7(),
    'reminder-1h/00000000-0000-7000-8000-0000000000b1/${epoch}/00000000-0000-7000-8000-0000000000d' || n,
    'reminder-1h', 'reminders-1h', cast('00000000-0000-7000-8000-0000000000d' || n as uuid),
    array[uuid '00000000-0000-7000-8000-0000000000b1'], '00000000-0000-7000-8000-0000000000a1',
    case n when 1 then 'sent' when 2 then 'sending' else 'claimed' end,
    now(), timestamptz '${start}' - interval '10 minutes', now(), 1,
    case n when 1 then now() end, case when n > 1 then (select epoch from worker) end
from generate_series(1, 3) n;

-- a notice that waits for the second of its registrations, one that was sent, and a code
insert into delivery (id, dedupe_key, kind, lane, recipient_id, about, programme_id, state,
    created_at, expires_at, next_attempt_at, ended_at) values
    ('00000000-0000-7000-8000-0000000000f1', 'decided/e1+e2/now', 'registration-confirmed', 'notices',
        '00000000-0000-7000-8000-0000000000d1', array[uuid '00000000-0000-7000-8000-0000000000e1',
        '00000000-0000-7000-8000-0000000000e2'], '00000000-0000-7000-8000-0000000000a1', 'waiting',
        now(), now() + interval '5 days', now(), null),
    ('00000000-0000-7000-8000-0000000000f2', 'decided/e3/then', 'registration-confirmed', 'notices',
        '00000000-0000-7000-8000-0000000000d3', array[uuid '00000000-0000-7000-8000-0000000000e3'],
        '00000000-0000-7000-8000-0000000000a1', 'sent', now() - interval '70 days',
        now() - interval '65 days', now() - interval '70 days', now() - interval '70 days'),
    ('00000000-0000-7000-8000-0000000000f3', 'sign-in-code/f3', 'sign-in-code', 'codes',
        '00000000-0000-7000-8000-0000000000f4', array[uuid '00000000-0000-7000-8000-0000000000f4'],
        null, 'ready', now(), now() + interval '10 minutes', now(), null),
    ('00000000-0000-7000-8000-0000000000f5', 'sign-in-code/f5', 'sign-in-code', 'codes',
        '00000000-0000-7000-8000-0000000000f6', array[uuid '00000000-0000-7000-8000-0000000000f6'],
        null, 'expired', now(), now() - interval '10 minutes', now(), now());
insert into delivery_registration (delivery_id, registration_id, session_id, programme_id, status,
    in_calendar)
select cast('00000000-0000-7000-8000-0000000000f' || case n when 1 then 1 else 2 end as uuid),
    cast('00000000-0000-7000-8000-0000000000e' || n as uuid), '00000000-0000-7000-8000-0000000000b1',
    '00000000-0000-7000-8000-0000000000a1', 'confirmed', true
from unnest(array[1, 3]) n;
insert into delivery_code (delivery_id, challenge_id, address, language, purpose, session_ids,
    requested_at) values
    ('00000000-0000-7000-8000-0000000000f3', '00000000-0000-7000-8000-0000000000f4',
        'somebody@example.org', 'es', 'sign-in', '{}', now());

-- the newsletter
insert into subscription (id, programme_id, address, language, state, unsubscribe_token, asked_at,
    confirmed_at)
select cast('00000000-0000-7000-8000-0000000001' || lpad(n::text, 2, '0') as uuid),
    '00000000-0000-7000-8000-0000000000a1', 'reader' || n || '@example.org', 'es', 'confirmed',
    'token-' || n, now() - interval '9 days', now() - interval '9 days'
from generate_series(1, 10) n;
insert into subscription_request (id, subscription_id, language, asked_at, expires_at) values
    (uuidv7(), '00000000-0000-7000-8000-000000000101', 'es', now(), now() + interval '7 days');
insert into consent (subscription_id, what, how, shown, language, at) values
    ('00000000-0000-7000-8000-000000000101', 'asked', 'form', 'Sí', 'es', now() - interval '9 days');
insert into campaign (id, programme_id, state, words, rate, author_id, created_at, started_at,
    recipients, reached, next_slot) values
    ('00000000-0000-7000-8000-00000000c001', '00000000-0000-7000-8000-0000000000a1', 'sending',
        '{"es": {"subject": "Hola", "markdown": "Hola"}}', 100, uuidv7(), now(), now(), 10,
        '00000000-0000-7000-8000-000000000105', now()),
    ('00000000-0000-7000-8000-00000000c002', '00000000-0000-7000-8000-0000000000a1', 'paused',
        '{"es": {"subject": "Hola", "markdown": "Hola"}}', 100, uuidv7(), now(), now(), 10,
        '00000000-0000-7000-8000-000000000102', now());
insert into delivery (id, dedupe_key, kind, lane, recipient_id, about, programme_id, state,
    created_at, expires_at, next_attempt_at, attempts, ended_at)
select uuidv7(), 'campaign/' || c || '/00000000-0000-7000-8000-0000000001' || lpad(n::text, 2, '0'),
    'campaign', 'newsletter', cast('00000000-0000-7000-8000-0000000001' || lpad(n::text, 2, '0') as uuid),
    array[cast(c as uuid)], '00000000-0000-7000-8000-0000000000a1', state, now(),
    now() + interval '3 days', now(), 1, case when state in ('ready', 'paused') then null else now() end
from (values
    ('00000000-0000-7000-8000-00000000c001', 1, 'sent'),
    ('00000000-0000-7000-8000-00000000c001', 2, 'sent'),
    ('00000000-0000-7000-8000-00000000c001', 3, 'failed'),
    ('00000000-0000-7000-8000-00000000c001', 4, 'unknown'),
    ('00000000-0000-7000-8000-00000000c001', 5, 'ready'),
    ('00000000-0000-7000-8000-00000000c002', 1, 'paused'),
    ('00000000-0000-7000-8000-00000000c002', 2, 'paused')) as copies (c, n, state);
insert into delivery (id, dedupe_key, kind, lane, recipient_id, about, programme_id, state,
    created_at, expires_at, next_attempt_at, ended_at)
select cast('00000000-0000-7000-8000-0000000002' || lpad(n::text, 2, '0') as uuid),
    'campaign-test/' || n, 'campaign-test', 'notices', '00000000-0000-7000-8000-0000000000d1',
    array[uuid '00000000-0000-7000-8000-00000000c001'], '00000000-0000-7000-8000-0000000000a1',
    'ready', now(), now() + interval '6 hours', now(), null
from generate_series(1, 1) n;
insert into campaign_test values ('00000000-0000-7000-8000-000000000201',
    '00000000-0000-7000-8000-00000000c001', 'qu');
insert into delivery (id, dedupe_key, kind, lane, recipient_id, about, programme_id, state,
    created_at, expires_at, next_attempt_at, ended_at)
select uuidv7(), 'promoted/e' || n, 'registration-promoted', 'notices',
    cast('00000000-0000-7000-8000-0000000000d' || n as uuid),
    array[cast('00000000-0000-7000-8000-0000000000e' || n as uuid)],
    '00000000-0000-7000-8000-0000000000a1', 'sent', now(), now() + interval '5 days', now(), now()
from generate_series(4, 5) n;
