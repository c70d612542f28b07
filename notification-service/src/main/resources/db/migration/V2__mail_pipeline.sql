-- A paused campaign's copies are neither claimed nor expired until they are ready again.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in
    ('waiting', 'ready', 'paused', 'claimed', 'sending', 'sent', 'failed', 'expired', 'unknown'));

-- Whose organisers see it; null: only the organisation's owner does.
alter table delivery add column programme_id uuid;
update delivery d set programme_id = (
    select r.programme_id from delivery_registration r where r.delivery_id = d.id limit 1);

drop index delivery_of_programme;
create index delivery_of_programme on delivery (programme_id, id);
-- The session of a reminder, the campaign of a newsletter's copy.
create index delivery_about on delivery ((about[1]));

-- Addresses that a mail server refused for good. Only codes are still tried: whoever asks for one
-- sits before a page and says that the address is theirs.
create table suppression (
    address text primary key,
    reason  text        not null,
    since   timestamptz not null
);

-- An organiser wants it sent, although its address may be suppressed.
alter table delivery add column insisted boolean not null default false;
