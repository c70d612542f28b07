-- A campaign may go to whoever is registered, instead of a newsletter's list.
alter table campaigns
    add column of_session  uuid,
    add column of_event    uuid,
    -- also to those on the waiting list; empty: it is an issue of a newsletter
    add column waiting_too boolean,
    -- who sent it
    add column started_by  uuid,
    add constraint campaigns_audience check (
        num_nonnulls(of_session, of_event) = case when waiting_too is null then 0 else 1 end);

create index campaigns_to_registered on campaigns (programme_id, started_at) where waiting_too is not null;

-- Since when a person has held a seat or a place on the waiting list without a break; empty: since it was decided.
alter table registrations add column held_since timestamptz;
create index registrations_of_session_by_person on registrations (session_id, recipient_id)
    where status in ('confirmed', 'waitlisted');

create or replace function shared_about(kind text, about uuid[]) returns uuid immutable language sql as $$
    select case
        when kind like 'reminder-%'
            or kind in ('session-rescheduled', 'campaign', 'campaign-test', 'message-to-registered')
        then about[1] end
$$;
