BEGIN;
UPDATE session SET taken = taken + 1 WHERE id = '00000000-0000-7000-8000-000000000001' AND taken < capacity;
INSERT INTO registration
  VALUES (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'pending', now());
INSERT INTO outbox (topic, key, body, created_at)
  VALUES ('registrations', gen_random_uuid(), '{"status":"pending","seat":"held","sessionId":"00000000-0000-7000-8000-000000000001"}', now());
COMMIT;
