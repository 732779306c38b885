-- Who is spoken to first and where the button is. A site without a row has the standard rules.

CREATE TABLE outreach (
    site_id BIGINT PRIMARY KEY REFERENCES site (id) ON DELETE CASCADE,
    rules   TEXT NOT NULL, -- JSON list of invitation rules, in their order
    showing TEXT NOT NULL  -- JSON
) ${without_rowid};

-- What a visitor was already invited to. day: days since 1970 in the site's zone. refused_visit: 0 for none.
CREATE TABLE outreach_past (
    visitor_id    BIGINT PRIMARY KEY,
    visit         INTEGER NOT NULL,
    shown         INTEGER NOT NULL,
    day           BIGINT NOT NULL,
    shown_today   INTEGER NOT NULL,
    refused_visit INTEGER NOT NULL,
    refused_at    BIGINT
) ${without_rowid};

-- How the invitations of a rule fared on a day. rule_id 'hand': those that operators sent themselves.
CREATE TABLE outreach_figure (
    site_id  BIGINT NOT NULL,
    rule_id  TEXT NOT NULL,
    day      BIGINT NOT NULL,
    shown    BIGINT NOT NULL,
    accepted BIGINT NOT NULL,
    refused  BIGINT NOT NULL,
    ignored  BIGINT NOT NULL,
    PRIMARY KEY (site_id, rule_id, day)
) ${without_rowid};
