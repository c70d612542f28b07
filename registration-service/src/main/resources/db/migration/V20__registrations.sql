-- Sessions as session-service publishes them, with the counters of their seats. The row is what a
-- batch locks: whoever holds it decides alone about the session's seats.
CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    programme_id uuid NOT NULL,
    admission text NOT NULL CHECK (admission IN ('open', 'invitation')),
    -- null: as many as come
    capacity integer CHECK (capacity >= 0),
    ends_at timestamptz,
    -- no longer published
    withdrawn boolean NOT NULL DEFAULT false,
    taken integer NOT NULL DEFAULT 0,
    waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    -- the highest order ever given on the waiting list
    last_order bigint NOT NULL DEFAULT 0,
    -- The capacity, or the seats that were taken when it was lowered: nobody loses a seat, and the
    -- limit comes down with every seat that is given back.
    seat_limit integer,
    CONSTRAINT no_seat_sold_twice CHECK (taken BETWEEN 0 AND coalesce(seat_limit, taken)),
    CONSTRAINT limit_follows_capacity CHECK ((capacity IS NULL) = (seat_limit IS NULL))
) WITH (fillfactor = 50);

-- One row per attendee and session for ever; who comes back after cancelling revives it.
CREATE TABLE registrations (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions,
    programme_id uuid NOT NULL,
    attendee_id uuid NOT NULL,
    -- counts the states; the sequence of its messages
    version bigint NOT NULL,
    status text NOT NULL CHECK (status IN ('pending', 'confirmed', 'waitlisted', 'cancelled')),
    seat text CHECK (seat IN ('held', 'waiting-list')),
    held_until timestamptz,
    requested_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    waitlisted_at timestamptz,
    waiting_order bigint,
    cancelled_at timestamptz,
    reason text CHECK (reason IN ('by-attendee', 'hold-expired', 'session-withdrawn')),
    CONSTRAINT one_per_attendee_and_session UNIQUE (session_id, attendee_id),
    CONSTRAINT pending_has_a_hold CHECK (
        (status = 'pending') = (seat IS NOT NULL AND held_until IS NOT NULL)),
    CONSTRAINT confirmed_has_a_time CHECK (status <> 'confirmed' OR confirmed_at IS NOT NULL),
    CONSTRAINT waitlisted_has_an_order CHECK (
        (status = 'waitlisted') = (waiting_order IS NOT NULL)),
    CONSTRAINT cancelled_has_a_reason CHECK (
        (status = 'cancelled') = (reason IS NOT NULL AND cancelled_at IS NOT NULL))
);

-- Lists page by id, which grows with time.
CREATE INDEX registrations_of_attendee ON registrations (attendee_id);
CREATE INDEX registrations_of_session ON registrations (session_id, id);
CREATE INDEX registrations_of_programme ON registrations (programme_id, id);
CREATE UNIQUE INDEX waiting_list ON registrations (session_id, waiting_order)
    WHERE status = 'waitlisted';
CREATE INDEX holds ON registrations (held_until) WHERE status = 'pending';

-- What was answered to a request, for the same request that comes again.
CREATE TABLE idempotency_keys (
    key text PRIMARY KEY,
    request_hash text NOT NULL,
    answer json NOT NULL,
    answered_at timestamptz NOT NULL
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (answered_at);

-- Attendees who proved to own their address and whose registrations do not say so yet. Written
-- when the device session opens, so that a crash in between loses no confirmation.
CREATE SEQUENCE confirmation_marks;

CREATE TABLE confirmations_due (
    attendee_id uuid PRIMARY KEY,
    -- differs for every proof
    mark bigint NOT NULL DEFAULT nextval('confirmation_marks'),
    recorded_at timestamptz NOT NULL
);
