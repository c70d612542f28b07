-- Seats that are counted together, and their waiting list: what a batch locks. A session begins with
-- one pool, which carries its id; what is published of the session stays in sessions.
create table pools (
    id uuid primary key,
    session_id uuid not null references sessions,
    -- null: as many as come
    capacity integer check (capacity >= 0),
    -- The capacity, or the seats that were taken when it was lowered: nobody loses a seat, and the
    -- limit comes down with every seat that is given back.
    seat_limit integer,
    taken integer not null default 0,
    waiting integer not null default 0 check (waiting >= 0),
    -- the highest order ever given on the waiting list
    last_order bigint not null default 0,
    constraint pool_of_session unique (id, session_id),
    constraint no_seat_given_twice check (taken between 0 and coalesce(seat_limit, taken)),
    constraint limit_of_capacity check ((capacity is null) = (seat_limit is null))
) with (fillfactor = 50);

create index pools_of_session on pools (session_id);

insert into pools (id, session_id, capacity, seat_limit, taken, waiting, last_order)
select id, id, capacity, seat_limit, taken, waiting, last_order from sessions;

alter table sessions
    drop column capacity,
    drop column seat_limit,
    drop column taken,
    drop column waiting,
    drop column last_order;

alter table registrations add column pool_id uuid;
update registrations set pool_id = session_id;
alter table registrations
    alter column pool_id set not null,
    drop constraint registrations_session_id_fkey,
    add constraint pool_of_registration
        foreign key (pool_id, session_id) references pools (id, session_id);

drop index waiting_list;
create unique index waiting_list on registrations (pool_id, waiting_order)
    where status = 'waitlisted';
create index registrations_not_cancelled on registrations (pool_id) where status <> 'cancelled';

-- Pools whose registrations are to be brought in line with what was published of their session.
create sequence seat_task_marks;

create table seat_tasks (
    pool_id uuid primary key references pools,
    -- differs for everything that was published
    mark bigint not null default nextval('seat_task_marks'),
    -- when it may be taken; later while somebody works on it
    due_at timestamptz not null
);
create index seat_tasks_due on seat_tasks (due_at);
