-- The person known by an address. The only table, with sign_in_challenges, that carries addresses.
CREATE TABLE attendees (
    id uuid PRIMARY KEY,
    address text NOT NULL UNIQUE,
    name text NOT NULL,
    language text NOT NULL,
    time_zone text,
    confirmed_at timestamptz,
    version bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- The code of a challenge is derived from its id and so is not here.
CREATE TABLE sign_in_challenges (
    id uuid PRIMARY KEY,
    address text NOT NULL,
    language text NOT NULL,
    time_zone text,
    mailed boolean NOT NULL,
    expires_at timestamptz NOT NULL,
    wrong_answers smallint NOT NULL DEFAULT 0 CHECK (wrong_answers BETWEEN 0 AND 5),
    used_at timestamptz
);
CREATE INDEX sign_in_challenges_expiry ON sign_in_challenges (expires_at);

-- What an address was sent and how often it was guessed, per window.
CREATE TABLE sign_in_allowances (
    address text PRIMARY KEY,
    mails_since timestamptz NOT NULL,
    mails integer NOT NULL,
    wrong_answers_since timestamptz NOT NULL,
    wrong_answers integer NOT NULL
);

CREATE TABLE device_sessions (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    attendee_id uuid NOT NULL REFERENCES attendees,
    label text,
    opened_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE INDEX device_sessions_attendee ON device_sessions (attendee_id);
CREATE INDEX device_sessions_expiry ON device_sessions (expires_at);

-- A role in one programme; no programme: in all of them.
CREATE TABLE grants (
    attendee_id uuid NOT NULL REFERENCES attendees,
    role text NOT NULL,
    programme_id uuid,
    granted_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (attendee_id, role, programme_id)
);

-- The private half is sealed with a key derived from the sign-in secret: a copy of the database
-- alone signs nothing.
CREATE TABLE signing_keys (
    id uuid PRIMARY KEY,
    public_key bytea NOT NULL,
    sealed_private_key bytea NOT NULL,
    signs_from timestamptz NOT NULL UNIQUE,
    signs_until timestamptz NOT NULL,
    CHECK (signs_from < signs_until)
);
