-- A programme that was never published is deleted with all that was drafted of it; then it has no publications.
do $$
declare
    its record;
begin
    for its in
        select conrelid::regclass as part, conname as name
        from pg_constraint
        where contype = 'f' and confrelid = 'programmes'::regclass and conrelid <> 'publications'::regclass
    loop
        execute format(
            'alter table %s drop constraint %I,'
            ' add constraint %I foreign key (programme_id) references programmes on delete cascade',
            its.part, its.name, its.name);
    end loop;
end $$;

-- Null: it is not in the archive.
alter table programmes add column archived_at timestamptz;

-- As everybody was told; null: it is not.
alter table published_programmes add column archived boolean;

-- What is in the archive says the same as before.
create or replace view published_parts as
select id as programme_id, 'programme' as part, id, version,
    to_jsonb(published_programmes) - 'archived' #- '{document,speakers}' as document
from published_programmes
where withdrawn_at is null
union all
select programme_id, 'session', id, version, to_jsonb(published_sessions)
from published_sessions
where withdrawn_at is null;
