-- What organisers did with a registration, and what they noted about it: their notes and the former
-- names are all that is written nowhere else.
create table registration_acts (
    id uuid primary key,
    registration_id uuid not null references registrations,
    at timestamptz not null,
    organiser_id uuid not null,
    what text not null check (what in ('cancelled', 'promoted', 'renamed', 'noted')),
    text text,
    constraint texts_of_acts check ((what in ('renamed', 'noted')) = (text is not null))
);
create index registration_acts_of_registration on registration_acts (registration_id, at);

alter table registrations
    drop constraint registrations_reason_check,
    add constraint registrations_reason_check check (
        reason in ('by-attendee', 'by-organiser', 'session-cancelled', 'session-withdrawn'));
