-- Addresses, in small letters, that want no letters with answers of a site any more.
CREATE TABLE stopped_letters (
    site_id    BIGINT NOT NULL,
    email      TEXT NOT NULL,
    stopped_at BIGINT NOT NULL,
    PRIMARY KEY (site_id, email)
) ${without_rowid};
