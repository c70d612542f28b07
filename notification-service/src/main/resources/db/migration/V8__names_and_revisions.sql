-- Untitled sessions are numbered in the order in which they begin, as on the pages.
alter table sessions add column begins_at timestamptz;

update sessions s
set begins_at = (s.date + coalesce(s.starts, time '00:00')) at time zone s.time_zone
from pg_timezone_names z
where z.name = s.time_zone and s.date is not null;

create index sessions_alike on sessions (programme_id, kind) where title is null;

-- How often a seat was given up or taken again: each time a calendar hears of it anew.
alter table registrations add column revision int not null default 0;
update registrations set revision = 1 where status = 'cancelled';
