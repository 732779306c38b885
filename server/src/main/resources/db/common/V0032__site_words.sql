-- What a site says in its window in a language; an empty text is the product's own.
CREATE TABLE site_words (
    site_id     BIGINT NOT NULL,
    language    TEXT NOT NULL,
    title       TEXT NOT NULL,
    placeholder TEXT NOT NULL,
    nobody      TEXT NOT NULL,
    consent     TEXT NOT NULL,
    PRIMARY KEY (site_id, language)
) ${without_rowid};
