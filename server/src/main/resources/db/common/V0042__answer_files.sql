-- Files of ready answers, in their order.
CREATE TABLE file_of_answer (
    file_id   TEXT PRIMARY KEY REFERENCES file (id),
    answer_id BIGINT NOT NULL REFERENCES ready_answer (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL
) ${without_rowid};
CREATE INDEX file_of_answer_of ON file_of_answer (answer_id);

-- Whose bytes a file has that was made of a ready answer's for a message; null: its own.
ALTER TABLE file ADD COLUMN same_as TEXT;
CREATE INDEX file_same_as ON file (same_as);
