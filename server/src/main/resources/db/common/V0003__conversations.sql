-- Visitors and the secrets their browsers keep; conversations and their logs.

CREATE TABLE visitor (
    id            BIGINT PRIMARY KEY,
    site_id       BIGINT NOT NULL,
    number        BIGINT NOT NULL,
    name          TEXT,
    email         TEXT,
    phone         TEXT,
    first_seen_at BIGINT NOT NULL,
    last_seen_at  BIGINT NOT NULL,
    visits        INTEGER NOT NULL
) ${without_rowid};
CREATE UNIQUE INDEX visitor_of_site ON visitor (site_id, number);

-- The last number given to a visitor of a site.
CREATE TABLE visitor_number (
    site_id BIGINT PRIMARY KEY,
    last    BIGINT NOT NULL
) ${without_rowid};

-- kind: 'visit' (the page's: presence and counts) or 'panel' (opens conversations; one a visitor). digest: SHA-256, hex.
CREATE TABLE visitor_token (
    digest     TEXT PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('visit', 'panel')),
    visitor_id BIGINT NOT NULL REFERENCES visitor (id),
    issued_at  BIGINT NOT NULL
) ${without_rowid};
CREATE UNIQUE INDEX visitor_token_panel ON visitor_token (visitor_id) WHERE kind = 'panel';
CREATE INDEX visitor_token_visit ON visitor_token (visitor_id, issued_at) WHERE kind = 'visit';

-- Waiting: no owner, not closed. Active: an owner, not closed. Closed: closed_at; the owner is who answered last.
-- author_kind, here and in event: 0 the system, 1 the visitor, 2 an operator. author_id: 0, the visitor's or the operator's.
CREATE TABLE conversation (
    id                  BIGINT PRIMARY KEY,
    visitor_key         TEXT NOT NULL,
    site_id             BIGINT NOT NULL,
    department_id       BIGINT,
    visitor_id          BIGINT NOT NULL REFERENCES visitor (id),
    owner_id            BIGINT,
    version             INTEGER NOT NULL,
    opened_at           BIGINT NOT NULL,
    taken_at            BIGINT,
    closed_at           BIGINT,
    closed_by           TEXT,
    waiting_since       BIGINT,
    public_top          BIGINT NOT NULL,
    internal_top        BIGINT NOT NULL,
    visitor_seen        BIGINT NOT NULL,
    operator_seen       BIGINT NOT NULL,
    preview_author_kind INTEGER,
    preview_author_id   BIGINT,
    preview_text        TEXT,
    preview_at          BIGINT
) ${without_rowid};
CREATE UNIQUE INDEX conversation_key ON conversation (visitor_key);
CREATE UNIQUE INDEX conversation_open_of_visitor ON conversation (visitor_id) WHERE closed_at IS NULL;
CREATE INDEX conversation_open ON conversation (id) WHERE closed_at IS NULL;
CREATE INDEX conversation_of_visitor ON conversation (visitor_id, id);
CREATE INDEX conversation_closed_of_site ON conversation (site_id, id) WHERE closed_at IS NOT NULL;
CREATE INDEX conversation_closed_of_owner ON conversation (owner_id, id) WHERE closed_at IS NOT NULL;

-- The log. stream: 0 public, 1 internal. body: JSON with a type. client_id: the sender's name for it, unique for ever.
CREATE TABLE event (
    conversation_id BIGINT NOT NULL,
    stream          INTEGER NOT NULL,
    seq             BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    author_kind     INTEGER NOT NULL,
    author_id       BIGINT NOT NULL,
    client_id       TEXT,
    body            TEXT NOT NULL,
    PRIMARY KEY (conversation_id, stream, seq)
) ${without_rowid};
CREATE UNIQUE INDEX event_sent ON event (author_kind, author_id, client_id, conversation_id) WHERE client_id IS NOT NULL;
