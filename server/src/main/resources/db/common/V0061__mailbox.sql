-- The mailbox that answers come to; at most one row. security: tls, starttls, none. plus: it takes box+anything@host.
CREATE TABLE mailbox (
    id        BIGINT PRIMARY KEY,
    host      TEXT NOT NULL,
    port      INTEGER NOT NULL,
    security  TEXT NOT NULL,
    user_name TEXT NOT NULL,
    password  TEXT NOT NULL,
    folder    TEXT NOT NULL,
    address   TEXT NOT NULL,
    plus      INTEGER NOT NULL
);
-- How far a mailbox is read. box: whose and which folder. uid_validity: while it stays, numbers of letters mean the same letters.
CREATE TABLE mailbox_place (
    box          TEXT PRIMARY KEY,
    uid_validity BIGINT NOT NULL,
    last_uid     BIGINT NOT NULL
);
-- Letters that came and were meant for us. name: a digest of the Message-ID, or of box and number where it has none. state: entered, or why
-- it was set aside. left_out: names of files that weren't taken, one a line. body: all of its words, as they were read.
CREATE TABLE letter_in (
    id           BIGINT PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,
    sender       TEXT NOT NULL,
    sender_name  TEXT NOT NULL,
    subject      TEXT NOT NULL,
    body         TEXT NOT NULL,
    state        TEXT NOT NULL,
    conversation BIGINT,
    left_out     TEXT NOT NULL,
    came_at      BIGINT NOT NULL
);
CREATE INDEX letter_in_came ON letter_in (came_at);
CREATE INDEX letter_in_sender ON letter_in (sender, came_at);
