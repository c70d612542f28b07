-- What a worker has begun is one row for many deliveries, and no row of theirs is written again for it.
-- The attempts tell this time from an earlier one: a delivery that was put off may come to the same
-- worker again before its former row goes.
create table begun (
    worker   bigint not null,
    number   bigint not null,
    ids      uuid[] not null,
    attempts int[] not null,
    primary key (worker, number)
);
insert into begun (worker, number, ids, attempts)
select worker, 0, array_agg(id), array_agg(attempts - 1)
from deliveries where state = 'sending' group by worker;
update deliveries set state = 'claimed', attempts = attempts - 1 where state = 'sending';

alter table deliveries
    drop constraint deliveries_state,
    add constraint deliveries_state check (state in ('waiting', 'ready', 'paused', 'claimed'));

-- The statement that claims locks the worker's row itself, once for all that it claims.
do $$ declare name text; begin
    for name in select conname from pg_constraint
        where conrelid = 'deliveries'::regclass and confrelid = 'workers'::regclass
    loop
        execute format('alter table deliveries drop constraint %I', name);
    end loop;
end $$;

-- The queue is short: what is asked seldom reads all of it, and each claim writes the fewer indexes.
drop index deliveries_held, deliveries_of_programme, deliveries_about;
create index deliveries_about on deliveries ((about[1]));

-- Nearly empty now and full in a second: statements that were planned for an empty table would read
-- it once for each delivery. So it keeps its pages.
alter table deliveries set (vacuum_truncate = off);

-- Names end about in the order in which they came.
drop index delivery_keys_until;
create index delivery_keys_until on delivery_keys using brin (expires_at);

create or replace view all_deliveries as
select id, dedupe_key, kind, lane, channel, recipient_id, about, programme_id,
    case when is_begun then 'sending' else state end as state, created_at, expires_at,
    next_attempt_at, attempts + cast(is_begun as int) as attempts, unknowns, insisted, traceparent,
    cast(null as timestamptz) as ended_at, reason
from (
    select *, state = 'claimed' and exists (
        select from begun b, unnest(b.ids, b.attempts) as one (id, attempt)
        where b.worker = d.worker and one.id = d.id and one.attempt = d.attempts) as is_begun
    from deliveries d) open
union all
select id, dedupe_key, kind, lane, channel, recipient_id, about, programme_id, state, created_at,
    expires_at, next_attempt_at, attempts, unknowns, insisted, traceparent, ended_at, reason
from ended_deliveries;
