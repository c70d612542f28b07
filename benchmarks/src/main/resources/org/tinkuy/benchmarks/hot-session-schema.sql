CREATE TABLE session (
  id uuid PRIMARY KEY,
  capacity integer NOT NULL,
  taken integer NOT NULL CHECK (taken <= capacity)
);
CREATE TABLE registration (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES session,
  attendee_id uuid NOT NULL,
  status text NOT NULL,
  requested_at timestamptz NOT NULL,
  UNIQUE (session_id, attendee_id)
);
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  key uuid NOT NULL,
  body jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
INSERT INTO session VALUES ('00000000-0000-7000-8000-000000000001', 1000000000, 0);
