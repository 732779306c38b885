-- Corrections of worked time, signed and only ever added. day: days since 1970. kind: online, away. seconds: below zero when they are taken.
-- withdraws: the one that this one undoes.
CREATE TABLE worked_correction (
    id          BIGINT PRIMARY KEY,
    operator_id BIGINT NOT NULL,
    day         BIGINT NOT NULL,
    zone        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    seconds     BIGINT NOT NULL,
    reason      TEXT NOT NULL,
    by_id       BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    withdraws   BIGINT UNIQUE
);
CREATE INDEX worked_correction_of_day ON worked_correction (day, operator_id);
-- Conversations and visits of UTC days that are over, packed for reports; made anew when a day is missing. kind: talks, visits. day: since 1970.
CREATE TABLE archive_packed (
    kind TEXT NOT NULL,
    day  BIGINT NOT NULL,
    body ${bytes} NOT NULL,
    PRIMARY KEY (kind, day)
);

CREATE INDEX visit_begun ON visit (started_at, site_id);
CREATE INDEX goal_reached ON goal (at);
CREATE INDEX offer_missed ON offer_log (ended_at, operator_id) WHERE outcome = 'missed';
