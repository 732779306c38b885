-- When the conversation was put on its way to the address; null: it waits. Kept so that nobody is sent the same again and again.
ALTER TABLE transcript_wish ADD COLUMN sent_at BIGINT;
