-- What a site wanted of its visitors and told that they did: an order placed, a form sent.

-- visit_id: the visit it was done in; it outlives the visit, and is null for one that was never written down. value: in whatever the
-- site counts; null where it told none.
CREATE TABLE goal (
    id         BIGINT PRIMARY KEY,
    site_id    BIGINT NOT NULL,
    visitor_id BIGINT NOT NULL REFERENCES visitor (id),
    visit_id   BIGINT,
    at         BIGINT NOT NULL,
    name       TEXT NOT NULL,
    value      DOUBLE PRECISION
) ${without_rowid};
CREATE INDEX goal_of_site ON goal (site_id, at);
CREATE INDEX goal_of_visitor ON goal (visitor_id, at);
