-- Pages of a site that are goals by themselves. goals: a JSON array of page, name and value.
CREATE TABLE goal_pages (
    site_id BIGINT PRIMARY KEY,
    goals   TEXT NOT NULL
) ${without_rowid};
