-- Visits, the pages walked in them, and operators' comments on visitors.

-- A stay on a site; half an hour of absence ends it. pages counts also those whose views are no longer kept.
CREATE TABLE visit (
    id         BIGINT PRIMARY KEY,
    visitor_id BIGINT NOT NULL REFERENCES visitor (id),
    site_id    BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    last_at    BIGINT NOT NULL,
    pages      INTEGER NOT NULL,
    entry      TEXT,
    referrer   TEXT NOT NULL
) ${without_rowid};
CREATE INDEX visit_of_visitor ON visit (visitor_id, id);

CREATE TABLE page_view (
    visit_id BIGINT NOT NULL,
    number   INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    url      TEXT NOT NULL,
    title    TEXT NOT NULL,
    PRIMARY KEY (visit_id, number)
) ${without_rowid};

CREATE TABLE visitor_comment (
    id          BIGINT PRIMARY KEY,
    visitor_id  BIGINT NOT NULL REFERENCES visitor (id),
    operator_id BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    text        TEXT NOT NULL
) ${without_rowid};
CREATE INDEX visitor_comment_of_visitor ON visitor_comment (visitor_id, id);
