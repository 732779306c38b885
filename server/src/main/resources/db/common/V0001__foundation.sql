-- Ids are 64-bit and time-ordered; times are UTC epoch milliseconds; flags are 0 or 1; documents are JSON text.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
