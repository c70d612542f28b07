-- When somebody last set their language or time zone themselves, also to what it was already; null: never, or before this
-- was kept.
alter table attendees add column preferences_set_at timestamptz;
