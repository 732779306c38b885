-- notes: how many operators wrote to each other. What has an internal log is summed up once more, for its notes to be found.
ALTER TABLE archive_conversation ADD COLUMN notes INTEGER NOT NULL DEFAULT 0;
UPDATE archive_conversation SET log_internal = -1 WHERE log_internal > 0;
