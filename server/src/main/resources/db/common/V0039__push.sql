-- Who this server is to push services. id: always 1. Both keys as base64url: a point of P-256, PKCS #8.
CREATE TABLE push_key (
    id          INTEGER PRIMARY KEY,
    public_key  TEXT NOT NULL,
    private_key TEXT NOT NULL
);

-- Browsers that show a visitor's notifications; one of them may be told for visitors of several sites. key, secret: of the browser, base64url. page: opened by a click. origin: ours then.
CREATE TABLE push_subscription (
    endpoint   TEXT NOT NULL,
    visitor_id BIGINT NOT NULL REFERENCES visitor (id),
    key        TEXT NOT NULL,
    secret     TEXT NOT NULL,
    page       TEXT NOT NULL,
    origin     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (endpoint, visitor_id)
);
CREATE INDEX push_subscription_visitor ON push_subscription (visitor_id, at);

-- 1: the window offers to tell of an answer when the site is closed.
ALTER TABLE visitor_settings ADD COLUMN pushes INTEGER NOT NULL DEFAULT 1;
