-- What a message of the public stream said before its author changed or deleted it (body), until when, and which event told that.
CREATE TABLE message_earlier (
    conversation_id BIGINT NOT NULL,
    seq             BIGINT NOT NULL,
    change_seq      BIGINT NOT NULL,
    until           BIGINT NOT NULL,
    operator_id     BIGINT NOT NULL,
    body            TEXT NOT NULL,
    PRIMARY KEY (conversation_id, seq, change_seq)
) ${without_rowid};
