-- Who visitors are to the company: its own ids, as sites tell and sign them.

-- proof: claimed, id_signed or signed. fields: a JSON object of texts.
CREATE TABLE client (
    visitor_id BIGINT PRIMARY KEY REFERENCES visitor (id),
    site_id    BIGINT NOT NULL,
    client_id  TEXT NOT NULL,
    company    TEXT,
    fields     TEXT NOT NULL,
    proof      TEXT NOT NULL,
    said_at    BIGINT NOT NULL
) ${without_rowid};
CREATE INDEX client_by_id ON client (site_id, client_id);

-- links: a JSON array of title and template.
CREATE TABLE client_settings (
    site_id     BIGINT PRIMARY KEY,
    secret      TEXT NOT NULL,
    signed_only INTEGER NOT NULL,
    links       TEXT NOT NULL
) ${without_rowid};
