-- What is known of conversations from their logs, for the archive and the reports. Every table that begins with archive_ can be made
-- anew from the others at any time: it is in no backup. Times and durations are in milliseconds.

-- log_public, log_internal: how much of the log is in here. unanswered_ms: how long the visitor had waited when it ended.
CREATE TABLE archive_conversation (
    conversation_id   BIGINT PRIMARY KEY,
    site_id           BIGINT NOT NULL,
    department_id     BIGINT,
    visitor_id        BIGINT NOT NULL,
    opened_at         BIGINT NOT NULL,
    closed_at         BIGINT,
    closed_by         TEXT,
    owner_id          BIGINT,
    first_operator_id BIGINT,
    taken_at          BIGINT,
    first_answer_ms   BIGINT,
    answers           INTEGER NOT NULL,
    answer_sum_ms     BIGINT NOT NULL,
    longest_wait_ms   BIGINT,
    unanswered_ms     BIGINT,
    visitor_messages  INTEGER NOT NULL,
    operator_messages INTEGER NOT NULL,
    files             INTEGER NOT NULL,
    hand_overs        INTEGER NOT NULL,
    missed            INTEGER NOT NULL,
    score             INTEGER,
    language          TEXT NOT NULL,
    page              TEXT NOT NULL,
    page_title        TEXT NOT NULL,
    country           TEXT NOT NULL,
    region            TEXT NOT NULL,
    city              TEXT NOT NULL,
    source            TEXT NOT NULL,
    log_public        BIGINT NOT NULL,
    log_internal      BIGINT NOT NULL
) ${without_rowid};
CREATE INDEX archive_conversation_opened ON archive_conversation (opened_at, site_id);
CREATE INDEX archive_conversation_city ON archive_conversation (city);
CREATE INDEX archive_conversation_source ON archive_conversation (source);

-- An operator's stretch with a conversation. ended: '' while it goes on; closed, handed_over, gave_back, lost, taken_over.
CREATE TABLE archive_holding (
    conversation_id BIGINT NOT NULL,
    nth             INTEGER NOT NULL,
    operator_id     BIGINT NOT NULL,
    site_id         BIGINT NOT NULL,
    from_at         BIGINT NOT NULL,
    until_at        BIGINT,
    ended           TEXT NOT NULL,
    first_answer_at BIGINT,
    last_answer_at  BIGINT,
    answers         INTEGER NOT NULL,
    answer_sum_ms   BIGINT NOT NULL,
    longest_wait_ms BIGINT,
    PRIMARY KEY (conversation_id, nth)
) ${without_rowid};
CREATE INDEX archive_holding_of ON archive_holding (operator_id, from_at, until_at, conversation_id);
CREATE INDEX archive_holding_from ON archive_holding (from_at, operator_id);

-- An operator's message that a visitor waited for, since the first of his that nobody had answered.
CREATE TABLE archive_answer (
    conversation_id BIGINT NOT NULL,
    seq             BIGINT NOT NULL,
    operator_id     BIGINT NOT NULL,
    site_id         BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    wait_ms         BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, seq)
) ${without_rowid};
CREATE INDEX archive_answer_at ON archive_answer (at, operator_id, site_id, wait_ms);

-- Where the visitor was when it was opened; nobody knows that later, so it is no part of what can be made anew.
CREATE TABLE conversation_origin (
    conversation_id BIGINT PRIMARY KEY,
    country         TEXT NOT NULL,
    region          TEXT NOT NULL,
    city            TEXT NOT NULL
) ${without_rowid};
