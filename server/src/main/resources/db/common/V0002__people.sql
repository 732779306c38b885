-- Whom we serve, who answers, and who did what. Lists that are only ever read whole are JSON text.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE site (
    id           BIGINT PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    origins      TEXT NOT NULL,
    time_zone    TEXT NOT NULL,
    locale       TEXT NOT NULL,
    accent       TEXT NOT NULL,
    corner       TEXT NOT NULL,
    greeting     TEXT NOT NULL,
    sound        INTEGER NOT NULL,
    today_hours  INTEGER NOT NULL, -- 0: the calendar day
    consent_text TEXT,
    disabled     INTEGER NOT NULL
);

CREATE TABLE department (
    id   BIGINT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE department_site (
    department_id BIGINT NOT NULL REFERENCES department (id) ON DELETE CASCADE,
    site_id       BIGINT NOT NULL REFERENCES site (id),
    PRIMARY KEY (department_id, site_id)
) ${without_rowid};

CREATE TABLE operator (
    id           BIGINT PRIMARY KEY,
    name         TEXT NOT NULL,
    email        TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    photo        TEXT,
    role         TEXT NOT NULL,
    state        TEXT NOT NULL,
    capacity     INTEGER NOT NULL,
    locale       TEXT NOT NULL,
    theme        TEXT NOT NULL,
    disabled     INTEGER NOT NULL,
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT,
    password     TEXT NOT NULL -- argon2id, as a PHC string
);

-- No row means every site, so a site that somebody is limited to cannot be deleted under them.
CREATE TABLE operator_site (
    operator_id BIGINT NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    site_id     BIGINT NOT NULL REFERENCES site (id),
    PRIMARY KEY (operator_id, site_id)
) ${without_rowid};

CREATE TABLE operator_department (
    operator_id   BIGINT NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    department_id BIGINT NOT NULL REFERENCES department (id) ON DELETE CASCADE,
    PRIMARY KEY (operator_id, department_id)
) ${without_rowid};

CREATE TABLE operator_session (
    id          TEXT PRIMARY KEY,
    digest      TEXT NOT NULL UNIQUE, -- SHA-256 of the cookie's token
    operator_id BIGINT NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    created_at  BIGINT NOT NULL,
    seen_at     BIGINT NOT NULL,
    address     TEXT NOT NULL,
    agent       TEXT NOT NULL
);

CREATE TABLE invitation (
    id          BIGINT PRIMARY KEY,
    digest      TEXT NOT NULL UNIQUE, -- SHA-256 of the link's token
    email       TEXT NOT NULL UNIQUE,
    role        TEXT NOT NULL,
    sites       TEXT NOT NULL,
    departments TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL
);

-- Every administrative act. No foreign keys: the record outlives what it is about.
CREATE TABLE audit (
    id          BIGINT PRIMARY KEY,
    at          BIGINT NOT NULL,
    operator_id BIGINT, -- none: the program itself
    address     TEXT NOT NULL,
    act         TEXT NOT NULL,
    about       TEXT NOT NULL,
    details     TEXT NOT NULL
);
