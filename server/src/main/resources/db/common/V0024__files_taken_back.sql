-- A file of a message that was taken back: colleagues see it on, as they see the earlier words; its visitor does not.
ALTER TABLE file_in_conversation ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0;
