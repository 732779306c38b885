-- Waits as far as they were in working hours, beside the plain ones; without working hours, as until now, they are the same. Days are
-- packed with both.
ALTER TABLE archive_answer ADD COLUMN open_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE archive_conversation ADD COLUMN longest_open_ms BIGINT;
UPDATE archive_answer SET open_ms = wait_ms;
UPDATE archive_conversation SET longest_open_ms = longest_wait_ms;
DELETE FROM archive_packed;
