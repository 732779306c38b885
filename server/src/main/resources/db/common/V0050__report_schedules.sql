-- Reports that go out again and again. cadence: day, week, month. minute: of the day of its zone. choice: sites, departments, operators.
-- next_day: days since 1970.
CREATE TABLE report_schedule (
    id       BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    name     TEXT NOT NULL,
    cadence  TEXT NOT NULL,
    zone     TEXT NOT NULL,
    minute   INTEGER NOT NULL,
    choice   TEXT NOT NULL,
    emails   TEXT NOT NULL,
    language TEXT NOT NULL,
    next_day BIGINT NOT NULL,
    next_at  BIGINT NOT NULL
);
-- Those that are due and not sent. first_day, last_day: days since 1970.
CREATE TABLE report_letter (
    schedule_id BIGINT NOT NULL,
    first_day   BIGINT NOT NULL,
    last_day    BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (schedule_id, first_day, last_day)
);
