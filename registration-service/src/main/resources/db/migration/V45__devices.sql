-- When a device was last in use, to the hour: using one does not write each time.
alter table device_sessions add column last_seen_at timestamptz;
update device_sessions set last_seen_at = opened_at;
alter table device_sessions alter column last_seen_at set not null;
