-- Of an event are the sessions that were published with it.
alter table sessions add column event_id uuid;

-- By what organisers look for people among registrations: read only, so that no other feature
-- touches the attendees.
create view people_to_find as
select id as attendee_id, name_key || ' ' || address as words from attendees;
