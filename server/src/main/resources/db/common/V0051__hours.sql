-- When sites and departments answer. week: a JSON array of seven arrays of ranges in minutes of the day, Monday first. days: a JSON array
-- of special days with ranges of their own.
CREATE TABLE timetable (
    id   BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    week TEXT NOT NULL,
    days TEXT NOT NULL
);
-- kind: site, department. Without a row a department goes by its site, and a site is always open.
CREATE TABLE timetable_choice (
    kind         TEXT NOT NULL,
    user_id      BIGINT NOT NULL,
    timetable_id BIGINT NOT NULL REFERENCES timetable (id),
    PRIMARY KEY (kind, user_id)
) ${without_rowid};
