-- What visitors think of the help they got.

-- score: from 1, the worst, to 5; where only two thumbs are shown it is 1 or 5. scale: stars or thumbs, as it was asked.
CREATE TABLE rating (
    conversation_id BIGINT PRIMARY KEY REFERENCES conversation (id),
    score           INTEGER NOT NULL,
    scale           TEXT NOT NULL,
    comment         TEXT NOT NULL,
    at              BIGINT NOT NULL
) ${without_rowid};

-- off, stars or thumbs.
ALTER TABLE visitor_settings ADD COLUMN rating TEXT NOT NULL DEFAULT 'off';
