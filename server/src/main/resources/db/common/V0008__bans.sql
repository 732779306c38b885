-- Visitors and addresses that a site doesn't serve for a while, or for ever.

-- subject: the visitor's id, or the network's address. until: null for ever. One ban of one subject: a new one replaces it.
CREATE TABLE ban (
    id          BIGINT PRIMARY KEY,
    site_id     BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    visitor_id  BIGINT NOT NULL REFERENCES visitor (id),
    operator_id BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    until       BIGINT,
    reason      TEXT NOT NULL,
    UNIQUE (site_id, kind, subject)
) ${without_rowid};
CREATE INDEX ban_of_visitor ON ban (visitor_id);

-- What a site does about visitors besides answering them; a site without a row does none of it.
CREATE TABLE visitor_settings (
    site_id  BIGINT PRIMARY KEY,
    previews INTEGER NOT NULL
) ${without_rowid};
