-- By language, in Markdown; a programme keeps its own in its profile.
alter table events add column description jsonb;
alter table sessions add column description jsonb;
alter table published_sessions add column description jsonb;
