-- Of the sessions that a code confirms, those that were full when it was asked for.
alter table codes add column full_session_ids uuid[] not null default '{}';
