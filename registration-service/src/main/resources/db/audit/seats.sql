-- Every pool whose counters are not what its registrations say, or that gave more seats than it may.
-- No row: all is well. It may run at any time; a single statement sees one moment.
select p.id,
       p.session_id,
       p.capacity,
       p.seat_limit,
       p.taken,
       count(r.id) filter (where r.status = 'confirmed'
           or r.status = 'pending' and r.seat = 'held') as seats_given,
       p.held,
       count(r.id) filter (where r.status = 'pending' and r.seat = 'held') as seats_held,
       p.waiting,
       count(r.id) filter (where r.status = 'waitlisted') as people_waiting,
       p.last_order,
       max(r.waiting_order) as highest_order
from pools p
join sessions s on s.id = p.session_id
left join registrations r on r.pool_id = p.id
group by p.id, s.id
having p.taken <> count(r.id) filter (
        where r.status = 'confirmed' or r.status = 'pending' and r.seat = 'held')
    or p.held <> count(r.id) filter (where r.status = 'pending' and r.seat = 'held')
    or p.waiting <> count(r.id) filter (where r.status = 'waitlisted')
    or p.taken > p.seat_limit
    or p.last_order < max(r.waiting_order)
    -- what was published is not being followed any more, but
    or not exists (select from seat_tasks t where t.pool_id = p.id) and (
        -- somebody keeps a place at what does not take place,
        s.presence <> 'published' and bool_or(r.status not in ('cancelled', 'lapsed'))
        -- or a seat stands empty while somebody waits for it
        or s.presence = 'published' and p.waiting > 0 and p.taken < coalesce(p.capacity, p.taken + 1)
            and (s.ends_at is null or s.ends_at > now()))
order by p.id
