-- Null: it is published. The row stays, so that the tombstone can be told again and versions go on.
alter table published_programmes add column withdrawn_at timestamptz;

create or replace view published_parts as
select id as programme_id, 'programme' as part, id, version,
    to_jsonb(published_programmes) #- '{document,speakers}' as document
from published_programmes
where withdrawn_at is null
union all
select programme_id, 'session', id, version, to_jsonb(published_sessions)
from published_sessions
where withdrawn_at is null;
