-- What operators say of themselves beside the name. translations: JSON, by language. status_until: null while it stands until it is
-- taken back. working_hours: JSON, empty for none said.
ALTER TABLE operator ADD COLUMN translations TEXT NOT NULL DEFAULT '{}';
ALTER TABLE operator ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE operator ADD COLUMN status_until BIGINT;
ALTER TABLE operator ADD COLUMN working_hours TEXT NOT NULL DEFAULT '';
