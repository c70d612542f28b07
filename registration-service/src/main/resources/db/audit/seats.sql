-- Every session whose counters are not what its registrations say, or that gave more seats than it
-- may. No row: all is well. It may run at any time; a single statement sees one moment.
SELECT s.id,
       s.capacity,
       s.seat_limit,
       s.taken,
       count(r.id) FILTER (WHERE r.status = 'confirmed' OR r.seat = 'held') AS seats_given,
       s.waiting,
       count(r.id) FILTER (WHERE r.status = 'waitlisted') AS people_waiting,
       s.last_order,
       max(r.waiting_order) AS highest_order
FROM sessions s
LEFT JOIN registrations r ON r.session_id = s.id
GROUP BY s.id
HAVING s.taken <> count(r.id) FILTER (WHERE r.status = 'confirmed' OR r.seat = 'held')
    OR s.waiting <> count(r.id) FILTER (WHERE r.status = 'waitlisted')
    OR s.taken > s.seat_limit
    OR s.last_order < max(r.waiting_order)
    -- a seat stands empty while somebody waits for it
    OR (s.presence = 'published' AND s.waiting > 0 AND s.taken < coalesce(s.capacity, s.taken + 1)
        AND (s.ends_at IS NULL OR s.ends_at > now()))
ORDER BY s.id
