-- Articles for operators and visitors. audience: 'internal' or 'public'.
CREATE TABLE article (
    id       BIGINT PRIMARY KEY,
    audience TEXT NOT NULL
);

-- An article without rows is of all sites, so a site that has some is never removed: none becomes everybody's by that.
CREATE TABLE article_site (
    article_id BIGINT NOT NULL REFERENCES article (id),
    site_id    BIGINT NOT NULL REFERENCES site (id),
    PRIMARY KEY (article_id, site_id)
) ${without_rowid};
CREATE INDEX article_site_of ON article_site (site_id);

-- An article in one language. latest, published: numbers of versions; nothing published: null. helpful: what readers said.
CREATE TABLE article_translation (
    article_id BIGINT NOT NULL REFERENCES article (id),
    language   TEXT NOT NULL,
    latest     INTEGER NOT NULL,
    published  INTEGER,
    helpful    BIGINT NOT NULL,
    unhelpful  BIGINT NOT NULL,
    PRIMARY KEY (article_id, language)
) ${without_rowid};

-- What was saved. folder: names from the outermost, with '/' between them. operator_id: null: the program itself.
CREATE TABLE article_version (
    article_id  BIGINT NOT NULL REFERENCES article (id),
    language    TEXT NOT NULL,
    number      INTEGER NOT NULL,
    folder      TEXT NOT NULL,
    title       TEXT NOT NULL,
    document    TEXT NOT NULL,
    operator_id BIGINT REFERENCES operator (id) ON DELETE SET NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (article_id, language, number)
);
CREATE INDEX article_version_by ON article_version (operator_id);

-- suggests: the window offers articles before a question is asked.
ALTER TABLE visitor_settings ADD COLUMN suggests INTEGER NOT NULL DEFAULT 0;
