-- Files that people send each other. Their bytes lie in the data folder under their ids.

-- id: 22 random characters. owner_kind: 1 a visitor, 2 an operator. size: as announced, then as kept. kind: null until the file is whole.
CREATE TABLE file (
    id         TEXT PRIMARY KEY,
    owner_kind INTEGER NOT NULL,
    owner_id   BIGINT NOT NULL,
    name       TEXT NOT NULL,
    size       BIGINT NOT NULL,
    begun_at   BIGINT NOT NULL,
    kind       TEXT,
    type       TEXT,
    width      INTEGER,
    height     INTEGER
) ${without_rowid};
CREATE INDEX file_of_owner ON file (owner_kind, owner_id, begun_at);
CREATE INDEX file_begun ON file (begun_at);

-- In which conversations a file was said; one in none is forgotten after a day.
CREATE TABLE file_in_conversation (
    file_id         TEXT NOT NULL REFERENCES file (id),
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    PRIMARY KEY (file_id, conversation_id)
) ${without_rowid};
CREATE INDEX file_of_conversation ON file_in_conversation (conversation_id);

-- What visitors may send. kinds: names with commas.
ALTER TABLE visitor_settings ADD COLUMN files INTEGER NOT NULL DEFAULT 1;
ALTER TABLE visitor_settings ADD COLUMN file_megabytes INTEGER NOT NULL DEFAULT 25;
ALTER TABLE visitor_settings ADD COLUMN file_kinds TEXT NOT NULL DEFAULT 'image,document,archive,audio,video';
