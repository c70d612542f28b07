-- When a person last set the language or time zone that they read in, also to what it was already.
alter table recipients add column preferences_set_at timestamptz;
