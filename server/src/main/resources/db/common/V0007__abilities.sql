-- What operators can do, and what the one who asks would have.

-- JSON lists: languages as 'uk', skills as words of the company's own.
ALTER TABLE operator ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE operator ADD COLUMN skills TEXT NOT NULL DEFAULT '[]';

-- What the visitor's browser speaks, as 'uk'; empty when nobody knows.
ALTER TABLE conversation ADD COLUMN language TEXT NOT NULL DEFAULT '';
-- 1: it was somebody's who was lost, so it stands before the others in the queue.
ALTER TABLE conversation ADD COLUMN ahead INTEGER NOT NULL DEFAULT 0;

-- Which department a site's questions are for: whether visitors are asked, and patterns of pages. document: JSON.
CREATE TABLE reception (
    site_id  BIGINT PRIMARY KEY REFERENCES site (id) ON DELETE CASCADE,
    document TEXT NOT NULL
) ${without_rowid};
