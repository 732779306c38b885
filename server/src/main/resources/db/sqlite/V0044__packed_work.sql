-- Days are packed in another shape, and the work of operators with them. kind: talks, visits, work; claim: it is being packed.
DELETE FROM archive_packed;
DROP INDEX archive_holding_from;
CREATE INDEX archive_holding_from ON archive_holding (from_at, until_at, operator_id);
