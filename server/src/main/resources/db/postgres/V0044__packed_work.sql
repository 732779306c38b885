-- Days are packed in another shape, and the work of operators with them. kind: talks, visits, work; claim: it is being packed.
DELETE FROM archive_packed;
DROP INDEX archive_holding_from;
CREATE INDEX archive_holding_from ON archive_holding (from_at, until_at, operator_id);
-- Numbers that take as few bytes as they need are not worth pressing once more.
ALTER TABLE archive_packed ALTER COLUMN body SET STORAGE EXTERNAL;
-- How frequent a word is decides which way a search goes: with the standard 100 all but a thousand words are taken for equally frequent.
ALTER TABLE archive_words ALTER COLUMN words SET STATISTICS 1000;
