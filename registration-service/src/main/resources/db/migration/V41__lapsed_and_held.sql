-- What nobody confirmed in time has lapsed; only what was there can be cancelled.
ALTER TABLE registrations
    ADD COLUMN lapsed_at timestamptz,
    -- from where a seat is held, so that one network does not hold them all; null: none is held
    ADD COLUMN network text,
    DROP CONSTRAINT registrations_status_check,
    DROP CONSTRAINT registrations_seat_check,
    DROP CONSTRAINT registrations_reason_check,
    DROP CONSTRAINT pending_has_a_hold;
UPDATE registrations SET
    status = 'lapsed', seat = 'held', lapsed_at = cancelled_at, cancelled_at = NULL, reason = NULL
WHERE reason = 'hold-expired';
ALTER TABLE registrations
    ADD CONSTRAINT registrations_status_check CHECK (
        status IN ('pending', 'confirmed', 'waitlisted', 'lapsed', 'cancelled')),
    ADD CONSTRAINT registrations_seat_check CHECK (seat IN ('held', 'not-held', 'waiting-list')),
    ADD CONSTRAINT registrations_reason_check CHECK (
        reason IN ('by-attendee', 'session-cancelled', 'session-withdrawn')),
    ADD CONSTRAINT pending_has_a_hold CHECK ((status = 'pending') = (held_until IS NOT NULL)),
    ADD CONSTRAINT unconfirmed_has_a_seat CHECK (
        (status IN ('pending', 'lapsed')) = (seat IS NOT NULL)),
    ADD CONSTRAINT lapsed_has_a_time CHECK ((status = 'lapsed') = (lapsed_at IS NOT NULL)),
    ADD CONSTRAINT only_a_hold_has_a_network CHECK (network IS NULL OR status = 'pending');

DROP INDEX registrations_not_cancelled;
CREATE INDEX registrations_not_over ON registrations (pool_id)
    WHERE status NOT IN ('cancelled', 'lapsed');
CREATE INDEX holds_of_networks ON registrations (pool_id, network)
    WHERE status = 'pending' AND seat = 'held' AND network IS NOT NULL;

-- Of the seats taken, those that nobody has for certain.
ALTER TABLE pools ADD COLUMN held integer NOT NULL DEFAULT 0;
UPDATE pools SET held = (
    SELECT count(*) FROM registrations r
    WHERE r.pool_id = pools.id AND r.status = 'pending' AND r.seat = 'held');
ALTER TABLE pools ADD CONSTRAINT held_is_taken CHECK (held BETWEEN 0 AND taken);

-- Codes that came back, whose registrations do not say so yet: what each challenge named. What an
-- earlier version recorded was everything that was pending.
CREATE TABLE confirmations_of_challenges (
    challenge_id uuid PRIMARY KEY,
    attendee_id uuid NOT NULL,
    session_ids uuid[] NOT NULL,
    recorded_at timestamptz NOT NULL
);
INSERT INTO confirmations_of_challenges
SELECT gen_random_uuid(), due.attendee_id, array_agg(r.session_id), due.recorded_at
FROM confirmations_due due
JOIN registrations r ON r.attendee_id = due.attendee_id AND r.status = 'pending'
GROUP BY due.attendee_id, due.recorded_at;
DROP TABLE confirmations_due;
DROP SEQUENCE confirmation_marks;
ALTER TABLE confirmations_of_challenges RENAME TO confirmations_due;
