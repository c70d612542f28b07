-- Counts how often the person renewed the secret address of their calendar; the secret itself is
-- derived and not stored.
ALTER TABLE attendees ADD COLUMN calendar_generation integer NOT NULL DEFAULT 0;
