-- Several people may share an address, each under a name of their own. The key is the name without
-- capitals, accents and superfluous spaces; who never gave one has the empty one.
ALTER TABLE attendees ADD COLUMN name_key text;
UPDATE attendees SET name_key = trim(regexp_replace(
    regexp_replace(normalize(lower(name), NFD), '[\u0300-\u036f]+', '', 'g'), '\s+', ' ', 'g'));
ALTER TABLE attendees
    ALTER COLUMN name_key SET NOT NULL,
    DROP CONSTRAINT attendees_address_key,
    ADD CONSTRAINT attendees_person UNIQUE (address, name_key);

-- A code confirms what its own challenge named: one person at these sessions; null: a plain sign-in.
-- A challenge that was opened in place of another is of its chain, one round later.
ALTER TABLE sign_in_challenges
    ADD COLUMN name text,
    ADD COLUMN session_ids uuid[],
    ADD COLUMN first_id uuid,
    ADD COLUMN round smallint NOT NULL DEFAULT 1,
    ADD CONSTRAINT names_a_person_at_sessions CHECK ((name IS NULL) = (session_ids IS NULL));
UPDATE sign_in_challenges SET first_id = id;
ALTER TABLE sign_in_challenges ALTER COLUMN first_id SET NOT NULL;
-- Few are renewed, and many are opened.
CREATE INDEX sign_in_challenges_renewing ON sign_in_challenges (first_id) WHERE round > 1;
