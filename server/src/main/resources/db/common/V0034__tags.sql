-- The words that conversations are marked with. retired: stays where it is and is put on no more.
CREATE TABLE tag (
    id      BIGINT PRIMARY KEY,
    name    TEXT NOT NULL,
    colour  TEXT NOT NULL,
    retired INTEGER NOT NULL
);

-- By its key one walks over the conversations of a tag, the newest first.
CREATE TABLE conversation_tag (
    tag_id          BIGINT NOT NULL REFERENCES tag (id),
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    operator_id     BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    PRIMARY KEY (tag_id, conversation_id)
) ${without_rowid};
CREATE INDEX conversation_tag_of ON conversation_tag (conversation_id);
