-- What was left. nature: call, letter. client_id: as the site's server signed it, else ''. email: in small letters; phone: E.164; '' where
-- nothing. document: answers and consents as they were said. slot_at: null: as soon as possible, or a letter. zone: '' where unknown.
-- state: open, claimed, done. snoozed_until: 0: not put off. remind_at: when somebody is told next.
CREATE TABLE request (
    id              BIGINT PRIMARY KEY,
    kind_id         BIGINT NOT NULL REFERENCES request_kind (id),
    nature          TEXT NOT NULL,
    site_id         BIGINT NOT NULL REFERENCES site (id),
    visitor_id      BIGINT NOT NULL,
    cid             TEXT NOT NULL,
    client_id       TEXT NOT NULL,
    name            TEXT NOT NULL,
    phone           TEXT NOT NULL,
    email           TEXT NOT NULL,
    body            TEXT NOT NULL,
    document        TEXT NOT NULL,
    slot_at         BIGINT,
    minutes         INTEGER NOT NULL,
    zone            TEXT NOT NULL,
    language        TEXT NOT NULL,
    page            TEXT NOT NULL,
    arrived_at      BIGINT NOT NULL,
    state           TEXT NOT NULL,
    owner_id        BIGINT,
    claimed_at      BIGINT,
    outcome         TEXT,
    done_at         BIGINT,
    snoozed_until   BIGINT NOT NULL,
    due_at          BIGINT NOT NULL,
    remind_at       BIGINT,
    attempts        INTEGER NOT NULL,
    conversation_id BIGINT,
    merged_into     BIGINT,
    UNIQUE (visitor_id, cid)
);
CREATE INDEX request_due ON request (due_at, id) WHERE state <> 'done';
CREATE INDEX request_owner ON request (owner_id, due_at, id) WHERE state <> 'done';
CREATE INDEX request_done ON request (done_at, id) WHERE state = 'done';
CREATE INDEX request_remind ON request (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX request_slot ON request (kind_id, slot_at, state);
CREATE INDEX request_site ON request (site_id);
CREATE INDEX request_client ON request (client_id) WHERE client_id <> '';
CREATE INDEX request_phone ON request (phone) WHERE phone <> '';
CREATE INDEX request_email ON request (email) WHERE email <> '';

-- What requests are found by, in small letters: name, phone, e-mail, text and answers.
CREATE TABLE request_words (
    request_id BIGINT PRIMARY KEY REFERENCES request (id),
    words      TEXT NOT NULL
);

-- What happened to them, never changed. operator_id: null: the visitor, or the program.
CREATE TABLE request_event (
    request_id  BIGINT NOT NULL REFERENCES request (id),
    number      INTEGER NOT NULL,
    at          BIGINT NOT NULL,
    what        TEXT NOT NULL,
    operator_id BIGINT,
    to_id       BIGINT,
    outcome     TEXT,
    until_at    BIGINT,
    body        TEXT NOT NULL,
    PRIMARY KEY (request_id, number)
) ${without_rowid};
