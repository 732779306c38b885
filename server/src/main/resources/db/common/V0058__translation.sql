-- The service that words are translated by (LibreTranslate's API); at most one row. api_key: empty where it wants none.
CREATE TABLE translation_service (
    id      BIGINT PRIMARY KEY,
    address TEXT NOT NULL,
    api_key TEXT NOT NULL
);
