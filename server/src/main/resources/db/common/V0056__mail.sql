-- The mail server that letters go out by; at most one row. security: tls, starttls, none.
CREATE TABLE mail_account (
    id          BIGINT PRIMARY KEY,
    host        TEXT NOT NULL,
    port        INTEGER NOT NULL,
    security    TEXT NOT NULL,
    user_name   TEXT NOT NULL,
    password    TEXT NOT NULL,
    sender      TEXT NOT NULL,
    sender_name TEXT NOT NULL
);
-- Letters that go out. source: all of it as it is handed over, only ASCII; empty once it was sent. state: waiting, sent, refused.
CREATE TABLE letter (
    id         BIGINT PRIMARY KEY,
    message_id TEXT NOT NULL,
    recipient  TEXT NOT NULL,
    about      TEXT NOT NULL,
    source     TEXT NOT NULL,
    state      TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    queued_at  BIGINT NOT NULL,
    next_at    BIGINT NOT NULL,
    code       TEXT,
    words      TEXT
);
CREATE INDEX letter_due ON letter (state, next_at, id);
CREATE INDEX letter_queued ON letter (queued_at);
CREATE INDEX letter_in_trouble ON letter (queued_at) WHERE code IS NOT NULL;
