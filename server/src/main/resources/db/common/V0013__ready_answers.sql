-- Texts kept for inserting. operator_id: whose own it is; null: common to all. language: as 'uk'; empty: for any.
-- department_id: whose conversations it is for; null: for all. used, used_at: how often and when last inserted or sent.
CREATE TABLE ready_answer (
    id            BIGINT PRIMARY KEY,
    operator_id   BIGINT REFERENCES operator (id) ON DELETE CASCADE,
    department_id BIGINT REFERENCES department (id) ON DELETE SET NULL,
    folder        TEXT NOT NULL,
    title         TEXT NOT NULL,
    text          TEXT NOT NULL,
    language      TEXT NOT NULL,
    used          BIGINT NOT NULL,
    used_at       BIGINT,
    changed_at    BIGINT NOT NULL
);
CREATE INDEX ready_answer_of ON ready_answer (operator_id);
CREATE INDEX ready_answer_for ON ready_answer (department_id);
