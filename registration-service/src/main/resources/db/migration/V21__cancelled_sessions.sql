-- A cancelled session takes no registrations and is still known; a withdrawn one is not.
ALTER TABLE sessions ADD COLUMN presence text NOT NULL DEFAULT 'published'
    CHECK (presence IN ('published', 'cancelled', 'withdrawn'));
UPDATE sessions SET presence = 'withdrawn' WHERE withdrawn;
ALTER TABLE sessions DROP COLUMN withdrawn;

ALTER TABLE registrations DROP CONSTRAINT registrations_reason_check;
ALTER TABLE registrations ADD CONSTRAINT registrations_reason_check CHECK (
    reason IN ('by-attendee', 'hold-expired', 'session-cancelled', 'session-withdrawn'));
