-- What sites ask visitors before a conversation begins, and what they answered.

-- fields: a JSON array of kind, label, required and options.
CREATE TABLE questionnaire (
    site_id BIGINT PRIMARY KEY,
    fields  TEXT NOT NULL
) ${without_rowid};

-- place: of several answers at once.
CREATE TABLE visitor_answer (
    visitor_id BIGINT NOT NULL REFERENCES visitor (id),
    label      TEXT NOT NULL,
    answer     TEXT NOT NULL,
    said_at    BIGINT NOT NULL,
    place      INTEGER NOT NULL,
    PRIMARY KEY (visitor_id, label)
) ${without_rowid};

-- text: what he agreed to, word for word. address: the IP address he agreed from.
CREATE TABLE visitor_consent (
    visitor_id BIGINT NOT NULL REFERENCES visitor (id),
    agreed_at  BIGINT NOT NULL,
    text       TEXT NOT NULL,
    address    TEXT NOT NULL,
    PRIMARY KEY (visitor_id, agreed_at)
) ${without_rowid};
