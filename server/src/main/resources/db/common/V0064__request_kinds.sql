-- What visitors may leave to be dealt with later: kinds of call orders and letters. site_id: null: of every site. document: all that is set.
CREATE TABLE request_kind (
    id       BIGINT PRIMARY KEY,
    site_id  BIGINT REFERENCES site (id),
    document TEXT NOT NULL
);
CREATE INDEX request_kind_site ON request_kind (site_id);
