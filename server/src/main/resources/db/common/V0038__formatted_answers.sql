-- The same text formatted, as a typed document in JSON; null: it has no formatting.
ALTER TABLE ready_answer ADD COLUMN document TEXT;
