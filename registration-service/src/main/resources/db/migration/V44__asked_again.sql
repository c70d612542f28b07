-- Who asks once more for what was cancelled takes the cancellation away only by confirming.
alter table registrations
    drop constraint cancelled_has_a_reason,
    add constraint cancelled_has_a_reason check (
        status <> 'cancelled' or cancelled_at is not null),
    add constraint a_cancellation_has_a_reason check ((cancelled_at is null) = (reason is null)),
    add constraint only_what_is_not_confirmed_was_cancelled check (
        cancelled_at is null or status in ('cancelled', 'pending', 'lapsed'));

-- What was asked for in the name of those who have the place already: for strangers it counts as if
-- a seat was held, or the seats that are left would tell who is registered.
create table repeated_requests (
    registration_id uuid primary key references registrations,
    pool_id uuid not null references pools,
    requested_at timestamptz not null,
    seat text not null check (seat in ('held', 'not-held', 'waiting-list')),
    held_until timestamptz not null,
    network text
);
create index repeated_requests_of_pool on repeated_requests (pool_id, held_until);
create index repeated_requests_by_age on repeated_requests (held_until);
