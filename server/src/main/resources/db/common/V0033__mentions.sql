-- Operators mentioned in notes who have not looked there yet. seq: of the note, in the internal stream.
CREATE TABLE mention (
    operator_id     BIGINT NOT NULL,
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    seq             BIGINT NOT NULL,
    PRIMARY KEY (operator_id, conversation_id, seq)
) ${without_rowid};
