-- Whether answers that nobody has seen go to the visitor by e-mail, and after how many minutes; at most one row, none: they do, after five.
CREATE TABLE answer_mailing (
    id      BIGINT PRIMARY KEY,
    is_on   INTEGER NOT NULL,
    minutes INTEGER NOT NULL
);
-- Letters with answers that the visitor had not seen. last_seq: of the last answer in it; email: in small letters; token: the letter's name
-- in its own links.
CREATE TABLE answer_letter (
    conversation_id BIGINT NOT NULL,
    last_seq        BIGINT NOT NULL,
    email           TEXT NOT NULL,
    token           TEXT NOT NULL UNIQUE,
    at              BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, last_seq)
) ${without_rowid};
CREATE INDEX answer_letter_to ON answer_letter (email, at);
-- Those that ended lately.
CREATE INDEX conversation_closed_at ON conversation (closed_at) WHERE closed_at IS NOT NULL;
