-- Whoever moves or publishes one session asks for those near it.
create index published_sessions_by_day on published_sessions (programme_id, date) where withdrawn_at is null;
