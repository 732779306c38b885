-- How a question finds an operator: offers, hand-overs, rules; and when operators were there.

-- Offered: offered_to, not closed. passed: JSON list of the operators who let it go in this round.
ALTER TABLE conversation ADD COLUMN department_since BIGINT NOT NULL DEFAULT 0;
UPDATE conversation SET department_since = opened_at;
ALTER TABLE conversation ADD COLUMN passed TEXT NOT NULL DEFAULT '[]';
ALTER TABLE conversation ADD COLUMN offered_to BIGINT;
ALTER TABLE conversation ADD COLUMN offered_at BIGINT;
ALTER TABLE conversation ADD COLUMN offered_until BIGINT;
-- A hand-over that is under way, JSON: to, department, until, note, asked.
ALTER TABLE conversation ADD COLUMN transfer TEXT;

-- outcome: taken, missed, refused, gone (off the line), withdrawn (somebody picked it, or it ended).
CREATE TABLE offer_log (
    conversation_id BIGINT NOT NULL,
    offered_at      BIGINT NOT NULL,
    operator_id     BIGINT NOT NULL,
    ended_at        BIGINT NOT NULL,
    outcome         TEXT NOT NULL,
    PRIMARY KEY (conversation_id, offered_at, operator_id)
) ${without_rowid};
CREATE INDEX offer_of_operator ON offer_log (operator_id, ended_at);

-- Rules of a site, or of a department where they differ. scope: 'site', 'department'; document: JSON.
CREATE TABLE routing_rules (
    scope    TEXT NOT NULL,
    id       BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (scope, id)
) ${without_rowid};

-- What an operator's state is due to: own, missed, idle.
ALTER TABLE operator ADD COLUMN state_why TEXT NOT NULL DEFAULT 'own';

-- One interval of one state. until_at is the last sign of life while it goes on, written every few seconds.
CREATE TABLE operator_shift (
    operator_id BIGINT NOT NULL,
    from_at     BIGINT NOT NULL,
    until_at    BIGINT NOT NULL,
    state       TEXT NOT NULL,
    cause       TEXT NOT NULL,
    PRIMARY KEY (operator_id, from_at)
) ${without_rowid};
